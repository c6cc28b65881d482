"""Who hears of a decision on a comment by mail, whichever door it was made at."""

import pytest

from board.extensions import db
from board.models import OutgoingMail, Ruling
from tests.web.test_hostile import at_once


@pytest.fixture
def comment(posting, article, reader, other_reader):
    """김나래 wrote it, 최도현 reported it; both have given an address."""
    reader.email, other_reader.email = "narae@mail.example", "dohyun@mail.example"
    comment = article.comment("솔내 다리는 누가 막았습니까?", by=reader)
    comment.report(by=other_reader, reason="abuse")
    db.session.commit()
    return comment


@pytest.fixture
def letters():
    """`letters()`: who was written to about what, in the order it was written."""

    def written() -> list[tuple[str, str]]:
        db.session.expire_all()
        mails = db.session.query(OutgoingMail).order_by(OutgoingMail.id)
        return [(mail.to.partition("@")[0], mail.kind) for mail in mails]

    return written


def taken_down(comment, admin, guest):
    case = comment.request_takedown(
        by=guest,
        asker="self",
        right="defamation",
        wrong="첫 문장이 거짓입니다.",
        explanation="저는 그날 솔내에 없었습니다.",
        name="문가온",
        contact="010-0000-0000",
    )
    case.accept(by=admin)
    db.session.commit()
    return case


def test_who_reported_a_comment_hears_that_a_case_ended_with_its_removal(
    visit, admin, guest, comment, posting, letters
):
    case = taken_down(comment, admin, guest)
    ending = {"outcome": "removed", "words": "사실이 아닙니다.", "reason": "false"}
    visit(admin).submit(f"/newsroom/takedown-requests/{case.id}/ending", **ending)
    assert case.state == "removed" and ("dohyun", "report") in letters()
    [to_reporter] = [each for each in posting.letters if each["To"] == "dohyun@mail.example"]
    assert "확인하고 지웠습니다" in to_reporter.get_content()


def test_the_writer_is_told_of_that_removal_once_by_the_letter_of_the_case(
    visit, admin, guest, comment, letters
):
    case = taken_down(comment, admin, guest)
    before = letters()
    ending = {"outcome": "removed", "words": "사실이 아닙니다.", "reason": "false"}
    visit(admin).submit(f"/newsroom/takedown-requests/{case.id}/ending", **ending)
    told = [kind for to, kind in letters()[len(before) :] if to == "narae"]
    assert told == ["settled_writer"]


def test_who_reported_a_comment_hears_that_an_appeal_let_it_stand(
    visit, admin, reader, comment, posting, letters
):
    comment.hold_back("reports", [], was_shown=True)
    appeal = comment.ask_again(by=reader, body="묻기만 했습니다.")
    visit(admin).submit(f"/newsroom/appeals/{appeal.id}", verdict="grant")
    assert sorted(letters()) == [("dohyun", "report"), ("narae", "appeal")]
    [to_reporter] = [each for each in posting.letters if each["To"] == "dohyun@mail.example"]
    assert "확인하고 그대로 두었습니다" in to_reporter.get_content()


# Every other door


@pytest.mark.parametrize("door", ["removal", "rulings", "sweep"])
def test_writer_and_reporter_hear_of_a_removal_once_at_every_door(
    visit, moderator, comment, letters, door
):
    seen = f"{comment.id}:{comment.seen}"
    address, fields = {
        "removal": (f"/comments/{comment.id}/removal", {}),
        "rulings": ("/moderation/rulings", {"seen": seen}),
        "sweep": (f"/moderation/comments/{comment.id}/sweep", {"seen": seen, "days": "7"}),
    }[door]
    bora = visit(moderator)
    for _ in range(2):
        bora.submit(address, reason="ad", verdict="remove", **fields)
    assert comment.is_removed and letters() == [("narae", "ruling"), ("dohyun", "report")]


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        ("keep", [("dohyun", "report")]),
        ("hold", [("narae", "ruling"), ("dohyun", "report")]),
        ("remove", [("narae", "ruling"), ("dohyun", "report")]),
        ("spam", [("narae", "ruling"), ("dohyun", "report")]),
    ],
)
def test_each_verdict_is_told_to_whom_it_concerns(moderator, comment, letters, verdict, told):
    Ruling.make(moderator, verdict, {comment: comment.seen}, reason="ad")
    db.session.commit()
    assert letters() == told


def test_what_a_writer_takes_back_is_told_to_nobody(visit, reader, comment, letters):
    visit(reader).submit(f"/comments/{comment.id}/removal")
    assert comment.is_removed and letters() == []


def test_an_undone_ruling_and_a_new_one_are_two_answers(moderator, comment, letters):
    Ruling.make(moderator, "keep", {comment: comment.seen}).undo(by=moderator)
    assert letters() == [("dohyun", "report")]
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    db.session.commit()
    assert letters()[1:] == [("narae", "ruling"), ("dohyun", "report")]


def test_an_appeal_is_answered_once_however_often_and_by_whom(
    admin, other_admin, reader, comment, letters
):
    comment.hold_back("reports", [], was_shown=True)
    appeal = comment.ask_again(by=reader, body="묻기만 했습니다.")
    appeal.deny(by=admin, answer="이름을 부르며 욕한 대목이 있습니다.")
    appeal.grant(by=other_admin)
    db.session.commit()
    assert letters() == [("narae", "appeal")]


def test_two_moderators_who_delete_at_once_write_one_letter(
    app, moderator, other_moderator, comment, letters
):
    address, why = f"/comments/{comment.id}/removal", {"reason": "ad"}
    answers = at_once(app, (moderator, address, why), (other_moderator, address, why))
    assert answers == [303, 303]
    assert sorted(letters()) == [("dohyun", "report"), ("narae", "ruling")]


def test_a_writer_and_a_moderator_who_delete_at_once_leave_one_removal(
    app, moderator, reader, comment, letters
):
    address = f"/comments/{comment.id}/removal"
    answers = at_once(app, (moderator, address, {"reason": "ad"}), (reader, address, {}))
    assert answers == [303, 303]
    told = letters()
    assert (told == []) == comment.removal.by_author and len(told) in (0, 2)


def test_guests_and_members_without_an_address_get_no_mail(
    article, moderator, reader, guest, posting, letters
):
    comment = article.comment("팝니다.", by=guest, nickname="지나던 이", password="나무다리")
    comment.report(by=reader, reason="ad")
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    db.session.commit()
    assert letters() == []
