"""Suspensions: of a member everywhere, of a guest by cookie and address."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Guest, Session, Suspension

HERE = ("here", "203.0.113.*")


@pytest.fixture
def guests_comment(article):
    words = {"nickname": "강바람", "password": "나무다리", "origin": HERE}
    return article.comment("싸게 팝니다.", by=Guest("a"), **words)


def suspend(comment, by, days=3, **more):
    until = clock.now() + timedelta(days=days)
    return Suspension.place(comment, by=by, until=until, reason="ad", **more)


def test_a_member_is_suspended_for_a_time_and_signed_out(article, reader, moderator, later):
    Session.start(reader)
    suspension = suspend(article.comment("싸게 팝니다.", by=reader), moderator)
    assert Suspension.of(reader) is suspension
    assert db.session.scalars(db.select(Session).filter_by(user=reader)).all() == []
    db.session.commit()
    later(timedelta(days=3, seconds=1))
    assert Suspension.of(reader) is None


def test_a_guest_is_known_by_the_cookie_or_for_a_week_by_the_address(
    guests_comment, moderator, later
):
    suspension = suspend(guests_comment, moderator, days=30)
    assert Suspension.of(Guest("a"), "elsewhere") is suspension
    assert Suspension.of(Guest("b"), "here") is suspension
    assert not suspension.is_meant_for(Guest("b"))
    db.session.commit()
    later(timedelta(days=8))
    assert Suspension.of(Guest("b"), "here") is None
    assert Suspension.of(Guest("a"), "elsewhere") is suspension


def test_a_member_behind_the_same_address_is_free(guests_comment, reader, moderator):
    suspend(guests_comment, moderator)
    assert Suspension.of(reader, "here") is None
    assert Suspension.of(Guest(), "elsewhere") is None and Suspension.of(Guest()) is None


@pytest.mark.parametrize("holds_guests", [True, False])
def test_a_suspended_member_who_goes_on_as_a_guest_waits_for_the_desk(
    article, reader, moderator, later, holds_guests
):
    suspended = article.comment("싸게 팝니다.", by=reader, origin=HERE)
    suspension = suspend(suspended, moderator, days=30, holds_guests=holds_guests)
    db.session.commit()

    def waits(by, origin=HERE):
        given = {} if by is moderator else {"nickname": "강바람", "password": "나무다리"}
        hold = article.comment(f"{by.key}의 말", by=by, origin=origin, **given).hold
        return hold is not None and "글쓰기가 멈춘 회원과 같은" in hold.reasons

    assert waits(Guest("b")) is holds_guests
    assert not waits(Guest("e"), ("elsewhere", "198.51.100.*"))
    assert not waits(moderator)
    later(timedelta(days=8))
    assert not waits(Guest("c"))
    suspended.created_at = clock.now()
    assert waits(Guest("f")) is holds_guests
    suspension.lift(by=moderator)
    assert not waits(Guest("d"))


def test_a_new_suspension_replaces_the_old_one(article, reader, moderator):
    comment = article.comment("싸게 팝니다.", by=reader)
    first, second = suspend(comment, moderator, days=30), suspend(comment, moderator, days=1)
    assert not first.stands and Suspension.of(reader) is second


def test_lifting_ends_a_suspension_at_once(article, reader, moderator):
    suspension = suspend(article.comment("싸게 팝니다.", by=reader), moderator)
    suspension.lift(moderator)
    suspension.lift(moderator)
    assert Suspension.of(reader) is None and suspension.lifted_by is moderator


def test_nobody_suspends_staff_or_themselves(article, reader, moderator, admin):
    for writer, by in ((admin, moderator), (moderator, moderator), (moderator, admin)):
        with pytest.raises(ValueError, match="정지할 수 없습니다"):
            suspend(article.comment("알립니다.", by=writer), by)
    with pytest.raises(ValueError, match="정지할 수 없습니다"):
        suspend(article.comment("알립니다.", by=admin), reader)
