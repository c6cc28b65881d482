"""Retraction of a correction."""

from board.extensions import db


def test_a_correction_is_taken_back_with_a_reason(visit, admin, client, article):
    correction = article.correct(kind="correction", text="잘못 고쳤습니다.", by=admin)
    db.session.commit()
    desk, place = visit(admin), f"/newsroom/corrections/{correction.id}/retraction"
    assert "철회 사유" in desk.get(f"{place}/new").text
    assert desk.submit(place, reason="").status_code == 422
    answer = desk.submit(place, reason="다른 글의 정정임")
    assert "사유: 다른 글의 정정임" in desk.get(answer.location).text
    assert "잘못 고쳤습니다." not in client.get(f"/articles/{article.id}").text


def test_twice_is_once(visit, admin, article):
    correction = article.correct(kind="correction", text="잘못 고쳤습니다.", by=admin)
    db.session.commit()
    desk, place = visit(admin), f"/newsroom/corrections/{correction.id}/retraction"
    for reason in ("첫째", "둘째"):
        assert desk.submit(place, reason=reason).status_code == 303
    db.session.expire_all()
    assert correction.retraction.reason == "첫째"


def test_a_moderator_takes_none_back(visit, moderator, admin, article):
    correction = article.correct(kind="correction", text="고칩니다.", by=admin)
    db.session.commit()
    place = f"/newsroom/corrections/{correction.id}/retraction"
    assert visit(moderator).submit(place, reason="x").status_code == 403
