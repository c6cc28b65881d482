"""Ruling reversals."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Ruling


@pytest.fixture
def comment(article, reader):
    comment = article.comment("다리가 언제 열리나요?", by=reader)
    db.session.commit()
    return comment


@pytest.fixture
def ruling(comment, moderator):
    ruling = Ruling.make(moderator, "remove", {comment: comment.seen}, reason="false")
    db.session.commit()
    return ruling


def test_the_last_deed_is_undone_in_its_place(visit, moderator, comment, ruling):
    desk = visit(moderator)
    answer = desk.submit(f"/moderation/rulings/{ruling.id}/reversal?show=new", htmx=True)
    row = answer.text[answer.text.index(f'id="comment-{comment.id}"') :]
    assert "data-focus" in row[: row.index(">")] and "되돌렸습니다. 1개 남음." in answer.text
    assert comment.is_shown


def test_without_a_script_it_leads_back_to_the_queue(visit, moderator, comment, ruling):
    desk = visit(moderator)
    here = {"next": "/moderation?show=new"}
    answer = desk.submit(f"/moderation/rulings/{ruling.id}/reversal", **here)
    assert answer.location == "/moderation?show=new"
    assert "되돌렸습니다." in desk.get(answer.location).text and comment.is_shown


def test_undoing_twice_has_the_effect_of_once(visit, moderator, comment, ruling):
    desk = visit(moderator)
    for _ in range(2):
        answer = desk.submit(f"/moderation/rulings/{ruling.id}/reversal", htmx=True)
        assert answer.status_code == 200 and "되돌렸습니다." in answer.text
    assert comment.is_shown and comment.last_judgement is None


def test_what_an_admin_decided_a_moderator_does_not_undo(visit, moderator, admin, comment):
    ruling = Ruling.make(admin, "hold", {comment: comment.seen})
    answer = visit(moderator).submit(f"/moderation/rulings/{ruling.id}/reversal")
    assert answer.status_code == 403 and not comment.is_shown


def test_nobody_undoes_a_decision_on_their_own_comment(visit, moderator, admin, article):
    own = article.comment("제 의견입니다.", by=moderator)
    ruling = Ruling.make(admin, "remove", {own: own.seen}, reason="other")
    ruling.by = None
    answer = visit(moderator).submit(f"/moderation/rulings/{ruling.id}/reversal")
    assert answer.status_code == 403 and own.is_removed


def test_after_thirty_days_a_decision_stands(visit, moderator, comment, ruling, later):
    later(timedelta(days=30))
    desk = visit(moderator)
    assert "되돌리기<" not in desk.get("/moderation/rulings").text
    assert desk.submit(f"/moderation/rulings/{ruling.id}/reversal").status_code == 403


def test_ten_minutes_later_the_queue_no_longer_offers_it(visit, moderator, ruling, later):
    assert "되돌리기" in visit(moderator).get("/moderation").text
    later(timedelta(minutes=10))
    assert "reversal" not in visit(moderator).get("/moderation").text
