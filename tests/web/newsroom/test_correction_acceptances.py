"""Accepting a request."""

from board.extensions import db
from board.models import CorrectionRequest


def test_accepting_leads_to_the_correction_with_the_words_filled_in(visit, admin, asked):
    desk = visit(admin)
    answer = desk.submit(f"/newsroom/correction-requests/{asked.id}/acceptance")
    assert answer.status_code == 303
    page = desk.get(answer.location).text
    assert "쉼터는 일곱 시에 엽니다." in page and "청구를 받아들였습니다" in page
    assert db.session.get(CorrectionRequest, asked.id).state == "accepted"


def test_twice_is_once(visit, admin, asked):
    desk = visit(admin)
    places = [
        desk.submit(f"/newsroom/correction-requests/{asked.id}/acceptance").location
        for _ in range(2)
    ]
    assert places[0] == places[1]
    db.session.expire_all()
    assert [entry.action for entry in asked.log].count("correction_request.accept") == 1


def test_what_was_declined_must_be_reopened_first(visit, admin, asked):
    asked.decline(by=admin, ground="untrue", reason="공고문과 다릅니다.")
    visit(admin).submit(f"/newsroom/correction-requests/{asked.id}/acceptance")
    db.session.expire_all()
    assert asked.state == "declined"


def test_a_moderator_decides_nothing(visit, moderator, asked):
    answer = visit(moderator).submit(f"/newsroom/correction-requests/{asked.id}/acceptance")
    assert answer.status_code == 403 and asked.state == "open"


def test_an_article_taken_down_keeps_the_correction_waiting(visit, admin, asked, article):
    article.withdraw(by=admin, reason="확인 중")
    desk = visit(admin)
    answer = desk.submit(f"/newsroom/correction-requests/{asked.id}/acceptance")
    assert "글의 게시가 중단되어" in desk.get(answer.location).text
