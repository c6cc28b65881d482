"""Reopening a takedown case after a refusal or a removal."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import recount


def test_a_declined_request_is_opened_again_once(visit, admin, contested):
    contested.decline(by=admin, ground="other", reason="다른 말입니다.")
    for _ in range(2):
        place = f"/newsroom/takedown-requests/{contested.id}/reopening"
        assert visit(admin).submit(place).status_code == 303
    db.session.expire_all()
    assert contested.state == "open"
    assert [entry.action for entry in contested.log].count("takedown_request.reopen") == 1


@pytest.fixture
def reopen(visit, admin, contested):
    def press():
        desk = visit(admin)
        answer = desk.submit(f"/newsroom/takedown-requests/{contested.id}/reopening")
        db.session.expire_all()
        return desk.get(answer.location).text

    return press


def test_a_removal_that_ended_a_case_is_undone_in_the_case(reopen, admin, article, contested):
    contested.accept(by=admin)
    contested.remove(by=admin, reason="false", words="사실이 아닙니다.")
    page = reopen()
    assert "댓글은 기한까지 가린 채로 있습니다." in page and contested.state == "hidden"
    comment = contested.comment
    assert not comment.is_removed and comment.takedown is not None and sum(recount()) == 0
    contested.restore(by=admin)
    assert comment.is_shown and article.comments_count == 1


def test_when_its_day_has_passed_it_is_shown_at_once_and_that_is_said_before(
    reopen, visit, admin, contested, later
):
    contested.accept(by=admin, days=1)
    contested.remove(by=admin, reason="false")
    db.session.commit()
    later(timedelta(days=2))
    page = visit(admin).get(f"/newsroom/takedown-requests/{contested.id}").text
    assert "다시 열면 댓글은 가리는 기한이 지나 바로 다시 보입니다." in page
    assert "댓글이 다시 보입니다" in reopen()
    assert contested.state == "lapsed" and contested.comment.is_shown


def test_what_its_writer_had_deleted_stays_deleted(reopen, admin, reader, contested):
    contested.accept(by=admin)
    contested.comment.take_back(by=reader)
    contested.remove(by=admin, reason="false")
    reopen()
    assert contested.state == "hidden" and contested.comment.removal.by_author
    assert reader.can_restore(contested.comment)


def test_what_another_case_removed_as_well_stays_removed(reopen, admin, guest, contested):
    told = {"asker": "self", "wrong": "거짓입니다.", "explanation": "차표가 있습니다."}
    told |= {"right": "privacy", "name": "서다온", "contact": "daon@mail.example"}
    other = contested.comment.request_takedown(by=guest, **told)
    for case in (contested, other):
        case.accept(by=admin)
    for case in (contested, other):
        case.remove(by=admin, reason="false")
    reopen()
    assert contested.state == "hidden" and contested.comment.removal.is_in_case


def test_after_thirty_days_the_removal_is_for_good(reopen, visit, admin, contested, later):
    contested.accept(by=admin)
    contested.remove(by=admin, reason="false")
    db.session.commit()
    later(timedelta(days=31))
    page = visit(admin).get(f"/newsroom/takedown-requests/{contested.id}").text
    assert "다시 열기" not in page
    reopen()
    assert contested.state == "removed" and contested.comment.is_removed
