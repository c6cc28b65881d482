"""A suspended member hears of it by mail: why, until when, and how to object."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Guest, Publisher, Suspension


@pytest.fixture
def comment(posting, article, reader, admin):
    """김나래, who has given an address, wrote it."""
    reader.email = "narae@mail.example"
    Publisher.current().revise(by=admin, name="솔내신문", tip_email="desk@solnae.example")
    comment = article.comment("싸게 팝니다.", by=reader)
    db.session.commit()
    return comment


@pytest.fixture
def suspended(visit, moderator, comment):
    fields = {"period": "3", "reason": "ad", "message": "광고는 광고란에 부탁드립니다."}
    visit(moderator).submit("/moderation/suspensions", comment=comment.id, **fields)
    return db.session.query(Suspension).one()


def test_the_letter_says_why_until_when_and_where_to_object(suspended, posting):
    [letter] = posting.letters
    text = letter.get_content()
    assert letter["To"] == "narae@mail.example" and "글쓰기를 멈춥니다" in letter["Subject"]
    assert "사유: 광고" in text and "광고는 광고란에 부탁드립니다." in text
    assert clock.local(suspended.until).strftime("%H:%M") in text
    assert "이의가 있으면" in text and "desk@solnae.example" in text


def test_another_letter_says_that_it_was_lifted(suspended, visit, admin, posting):
    for _ in range(2):
        visit(admin).submit(f"/moderation/suspensions/{suspended.id}/lifting")
    assert len(posting.letters) == 2
    assert "다시 글을 쓰실 수 있습니다" in posting.letters[1]["Subject"]


def test_what_has_ended_by_itself_is_lifted_without_a_letter(suspended, admin, posting, later):
    later(timedelta(days=4))
    suspended.lift(admin)
    db.session.commit()
    assert len(posting.letters) == 1


def test_a_longer_one_instead_brings_one_letter_more(suspended, comment, admin, posting):
    until = clock.now() + timedelta(days=30)
    Suspension.place(comment, by=admin, until=until, reason="flood")
    db.session.commit()
    assert [mail["Subject"].endswith("멈춥니다") for mail in posting.letters] == [True, True]
    assert "사유: 도배" in posting.letters[1].get_content()


def test_a_guest_has_no_letterbox(comment, article, moderator, posting):
    spam = article.comment("싸요.", by=Guest("a"), nickname="떴다방", password="0000!")
    until = clock.now() + timedelta(days=3)
    Suspension.place(spam, by=moderator, until=until, reason="ad").lift(moderator)
    db.session.commit()
    assert posting.letters == []
