"""Declining a takedown request."""

from board.extensions import db


def test_a_refusal_needs_a_ground_and_words_and_leaves_a_letter(visit, admin, contested):
    desk, place = visit(admin), f"/newsroom/takedown-requests/{contested.id}/refusal"
    assert "소명이 모자람" in desk.get(f"{place}/new").text
    answer = desk.submit(place, ground="whim", reason="차표를 <보내> 주세요.")
    assert answer.status_code == 422 and "차표를 &lt;보내&gt; 주세요." in answer.text
    assert desk.submit(place, ground="unshown", reason=" ").status_code == 422
    for _ in range(2):
        answer = desk.submit(place, ground="unshown", reason="차표를 <보내> 주세요.")
    db.session.expire_all()
    _received, letter = contested.mails
    assert contested.state == "declined" and "차표를 <보내> 주세요." in letter.body
    assert "다시 열기" in desk.get(answer.location).text


def test_what_is_hidden_is_not_declined(visit, admin, contested):
    contested.accept(by=admin)
    place = f"/newsroom/takedown-requests/{contested.id}/refusal"
    assert visit(admin).submit(place, ground="unshown", reason="x").status_code == 303
    db.session.expire_all()
    assert contested.state == "hidden" and contested.refusal is None
