"""Reopening a decided correction request."""

from board.extensions import db


def test_a_decision_is_taken_back_and_remembered(visit, admin, asked):
    asked.decline(by=admin, ground="other", reason="잘못 눌렀습니다.")
    desk = visit(admin)
    answer = desk.submit(f"/newsroom/correction-requests/{asked.id}/reopening")
    page = desk.get(answer.location).text
    assert "정정 청구를 다시 엶" in page and "정정 청구를 거절함" in page
    db.session.expire_all()
    assert asked.state == "open"


def test_what_was_published_on_stays_decided(visit, admin, asked, article):
    asked.accept(by=admin)
    article.correct(kind="correction", text="일곱 시입니다.", by=admin, request=asked)
    desk = visit(admin)
    answer = desk.submit(f"/newsroom/correction-requests/{asked.id}/reopening")
    assert "먼저 철회해" in desk.get(answer.location).text
    db.session.expire_all()
    assert asked.state == "published"
