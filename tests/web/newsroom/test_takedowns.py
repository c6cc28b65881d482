"""Takedown: hiding the comment of a request."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import OutgoingMail, Ruling
from tests.web.test_hostile import at_once


@pytest.fixture
def hide(visit, admin, contested):
    def press(**fields):
        place = f"/newsroom/takedown-requests/{contested.id}"
        answer = visit(admin).submit(f"{place}/takedown", **fields)
        db.session.expire_all()
        return answer

    return press


def test_both_sides_have_a_letter_and_the_writers_says_nothing_of_who_asked(
    hide, visit, admin, contested
):
    answer = hide(days="30")
    assert answer.status_code == 303 and contested.state == "hidden"
    _received, to_asker, to_writer = contested.mails
    assert "문가온 님께" in to_asker.body and contested.takedown.sentence in to_asker.body
    assert "김나래 님께" in to_writer.body and contested.takedown.notice in to_writer.body
    assert "문가온" not in to_writer.body and "gaon@" not in to_writer.body
    page = visit(admin).get(answer.location).text
    assert page.count("readonly>") == 3 and "글쓴이의 연락처가 없습니다" in page


def test_with_a_mail_server_both_letters_go_out(contested, posting, hide, reader):
    reader.email = "narae@mail.example"
    hide(days="30")
    assert [letter["To"] for letter in posting.letters] == [
        "gaon@mail.example",
        "narae@mail.example",
    ]


def test_letters_that_were_only_kept_are_never_sent(hide, app, contested):
    hide(days="30")
    assert db.session.scalars(OutgoingMail.waiting()).all() == []


def test_twice_is_once(hide, contested):
    hide(days="30")
    hide(days="7")
    assert contested.takedown.days == 30
    assert [mail.kind for mail in contested.mails] == ["received", "hidden", "notice"]


@pytest.mark.parametrize("days", ["31", "0", "-1", "", "서른"])
def test_no_longer_than_the_law_allows(hide, visit, admin, contested, days):
    desk_answer = hide(days=days)
    assert desk_answer.status_code == 303 and contested.state == "open"


def test_what_is_removed_already_is_to_be_declined(hide, contested, moderator):
    Ruling.make(moderator, "remove", {contested.comment: contested.comment.seen}, reason="abuse")
    hide(days="30")
    assert contested.state == "open"
    assert [mail.kind for mail in contested.mails] == ["received"]


def test_a_moderator_hides_nothing(visit, moderator, contested):
    place = f"/newsroom/takedown-requests/{contested.id}/takedown"
    assert visit(moderator).submit(place, days="30").status_code == 403
    assert contested.state == "open"


def test_a_case_from_the_request_to_the_restoration(hide, visit, admin, reader, contested, article):
    hide(days="30")
    for page in (f"/articles/{article.id}", f"/articles/{article.id}/comments?order=best"):
        seen = visit().get(page).text
        assert contested.takedown.sentence in seen and "의자를 가져갔습니다" not in seen
    log = visit().get("/moderation-log").text
    assert "권리침해 신고로 댓글을 가렸습니다. (30일)" in log and "문가온" not in log
    words = {"words": "제가 두 눈으로 보았습니다."}
    visit(reader).submit(f"/comments/{contested.comment_id}/takedown-objections", **words)
    assert "이의 신청" in visit(admin).get("/newsroom").text
    ending = f"/newsroom/takedown-requests/{contested.id}/ending"
    visit(admin).submit(ending, outcome="restored", words="사실로 보입니다.")
    assert "의자를 가져갔습니다" in visit().get(f"/articles/{article.id}").text


def test_when_the_clock_runs_out_the_words_are_back_by_themselves(
    hide, visit, contested, article, later
):
    hide(days="30")
    later(timedelta(days=29, hours=23))
    assert contested.takedown.sentence in visit().get(f"/articles/{article.id}").text
    later(timedelta(hours=2))
    assert "의자를 가져갔습니다" in visit().get(f"/articles/{article.id}").text


def test_two_who_decide_at_once_leave_one_decision_and_its_letters(app, admin, contested):
    place = f"/newsroom/takedown-requests/{contested.id}"
    hiding = (admin, f"{place}/takedown", {"days": "30"})
    refusing = (admin, f"{place}/refusal", {"ground": "other", "reason": "다른 말입니다."})
    at_once(app, hiding, refusing, hiding, refusing)
    db.session.expire_all()
    received, *kinds = [mail.kind for mail in contested.mails]
    assert received == "received"
    if contested.takedown is not None:
        assert contested.refusal is None and kinds == ["hidden", "notice"]
    else:
        assert contested.refusal is not None and kinds == ["declined"]
