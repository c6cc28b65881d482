"""Takedown: a comment is hidden for at most thirty days, then decided."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import joinedload

from board.extensions import db
from board.models import AuditEntry, Comment, OutgoingMail, Ruling, TakedownRequest, recount

TOLD = {
    "asker": "self",
    "wrong": "첫 문장이 거짓입니다.",
    "explanation": "차표를 보여 드릴 수 있습니다.",
    "name": "문가온",
    "contact": "gaon@mail.example",
}


@pytest.fixture
def case(contested) -> TakedownRequest:
    return contested


@pytest.fixture
def comment(case) -> Comment:
    """A comment by 김나래, about which 문가온 complains."""
    return case.comment


def in_force() -> set[int]:
    return set(db.session.scalars(db.select(Comment.id).where(Comment.is_taken_down())))


def deeds(case) -> list[str]:
    return [entry.action.partition(".")[2] for entry in case.log]


def test_a_request_keeps_the_words_as_they_stood(case, comment):
    comment.edit("고쳐 썼습니다.")
    assert case.body == "문 씨가 쉼터의 의자를 가져갔습니다." and case.author_name == "김나래"
    assert case.state == "open" and deeds(case) == ["receive"]


def test_accepting_hides_the_comment_for_thirty_days(case, comment, admin, time_machine):
    time_machine.move_to("2026-11-22T14:00+09:00")
    case.accept(by=admin)
    case.accept(by=admin)
    assert case.state == "hidden" and comment.takedown is case.takedown
    assert comment.takedown.sentence == (
        "권리침해 신고로 30일 동안 가린 댓글입니다. (2026.12.22까지)"
    )
    assert in_force() == {comment.id} and deeds(case) == ["receive", "accept"]


def test_when_its_day_has_passed_it_is_shown_again_and_the_editor_is_asked(
    case, comment, admin, later
):
    case.accept(by=admin, days=10)
    later(timedelta(days=9))
    assert comment.takedown and case.is_waiting and not case.is_overdue
    later(timedelta(days=2))
    assert comment.takedown is None and in_force() == set()
    assert case.state == "lapsed" and case.is_overdue and case.due_words == "1일 지남"
    assert list(db.session.scalars(TakedownRequest.to_do())) == [case]
    case.restore(by=admin)
    assert case.state == "restored" and not list(db.session.scalars(TakedownRequest.to_do()))


def test_the_counters_do_not_move(case, article, admin, later):
    case.accept(by=admin)
    db.session.commit()
    assert article.comments_count == 1 and sum(recount()) == 0
    later(timedelta(days=31))
    assert sum(recount()) == 0


def test_the_writer_objects_once_and_the_editor_keeps_it_hidden(case, comment, reader, admin):
    case.accept(by=admin)
    assert not case.is_waiting
    for words in ("제가 보았습니다.", "다시 말합니다."):
        case.object(by=reader, words=words)
    assert case.takedown.objection.words == "제가 보았습니다." and case.is_waiting
    case.keep(by=admin, words="기한까지 살펴보겠습니다.")
    assert comment.takedown and not case.is_waiting
    assert deeds(case) == ["receive", "accept", "object", "keep"]


def test_the_editor_restores_it_after_an_objection(case, comment, reader, admin):
    case.accept(by=admin)
    case.object(by=reader, words="제가 보았습니다.")
    case.restore(by=admin, words="사실로 보입니다.")
    db.session.commit()
    db.session.expire_all()
    assert comment.takedown is None and case.takedown.outcome == "restored"
    case.remove(by=admin, reason="false")
    assert not comment.is_removed


def test_the_editor_removes_it_for_good(case, comment, article, admin):
    case.accept(by=admin)
    case.remove(by=admin, reason="privacy", words="사생활을 드러냅니다.")
    db.session.commit()
    assert case.state == "removed" and comment.is_removed
    assert article.comments_count == 0 and sum(recount()) == 0


def test_a_refusal_can_be_thought_over(case, comment, admin):
    case.decline(by=admin, ground="unshown", reason="차표를 보내 주세요.")
    case.accept(by=admin)
    assert case.state == "declined" and comment.takedown is None
    case.reopen(by=admin)
    case.accept(by=admin)
    assert case.state == "hidden"


def test_what_was_removed_meanwhile_is_not_hidden_and_no_term_is_longer_than_the_law(
    case, comment, admin, moderator
):
    with pytest.raises(ValueError, match="1일부터 30일까지"):
        case.accept(by=admin, days=31)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    with pytest.raises(ValueError, match="이미 지운 댓글"):
        case.accept(by=admin)


def test_of_two_takedowns_the_longer_one_stands(case, comment, guest, admin):
    case.accept(by=admin, days=30)
    other = comment.request_takedown(by=guest, **(TOLD | {"right": "privacy"}))
    other.accept(by=admin, days=3)
    db.session.commit()
    loaded = db.select(Comment).options(joinedload(Comment.lasting_takedown))
    db.session.expire_all()
    assert [each.takedown.days for each in db.session.scalars(loaded)] == [30]
    case.restore(by=admin)
    assert comment.takedown.days == 3


def test_what_runs_out_first_stands_first(case, comment, guest, admin, later):
    case.accept(by=admin, days=5)
    later(timedelta(days=6))
    waiting = comment.request_takedown(by=guest, **(TOLD | {"right": "privacy"}))
    hidden = comment.request_takedown(by=guest, **(TOLD | {"right": "other"}))
    hidden.accept(by=admin)
    db.session.flush()
    assert list(db.session.scalars(TakedownRequest.to_do())) == [case, waiting, hidden]
    assert list(db.session.scalars(TakedownRequest.waiting())) == [case, waiting]
    hidden.object(by=guest, words="사실입니다.")
    assert [each.is_waiting for each in db.session.scalars(TakedownRequest.waiting())] == [True] * 3


def test_the_audit_log_never_says_who_asked(case, comment, reader, admin):
    case.accept(by=admin)
    case.object(by=reader, words="제가 보았습니다.")
    case.remove(by=admin, reason="false", words="문가온 님께")
    db.session.flush()
    entries = db.session.scalars(db.select(AuditEntry)).all()
    written = " ".join(str(entry.detail) for entry in entries)
    assert "comment.take_down" in {entry.action for entry in entries}
    assert not any(word in written for word in ("문가온", "gaon@", "거짓입니다", "가져갔습니다"))


def test_a_case_outlives_its_comment(case, comment, admin):
    case.accept(by=admin)
    db.session.commit()
    db.session.delete(comment)
    db.session.commit()
    db.session.expire_all()
    assert case.state == "hidden" and case.comment is None and case.body
    case.remove(by=admin, reason="false")
    assert case.state == "removed"


def test_who_asked_and_who_objected_is_forgotten_a_year_after(case, reader, admin, guest, later):
    case.accept(by=admin)
    case.object(by=reader, words="제가 보았습니다.", contact="narae@mail.example")
    case.restore(by=admin, words="문가온 님의 말")
    case.mails.append(OutgoingMail(to="", subject="문가온 님께", body="문가온 님께"))
    later(timedelta(days=366))
    assert TakedownRequest.erase_old() == 1
    db.session.expire_all()
    assert {case.name, case.contact, case.wrong, case.explanation, case.body} == {""}
    objection = case.takedown.objection
    assert (objection.words, objection.contact, case.takedown.words) == (
        "",
        "",
        "",
    ) and case.mails == []
