"""Sessions, and how they end."""

from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import Session


def living(token):
    session = Session.find(token)
    return session is not None and session.is_alive


def test_only_a_hash_of_the_token_is_kept(reader):
    session, token = Session.start(reader)
    assert token not in session.token_hash and living(token)


def test_a_readers_session_ends_after_twelve_idle_hours_a_moderators_after_two(
    reader, moderator, later
):
    _, of_reader = Session.start(reader)
    _, of_moderator = Session.start(moderator)
    later(timedelta(hours=3))
    assert living(of_reader) and not living(of_moderator)
    later(timedelta(hours=10))
    assert not living(of_reader)


def test_use_keeps_a_session_alive_but_not_beyond_two_weeks(reader, later):
    session, token = Session.start(reader)
    for _ in range(29):
        later(timedelta(hours=11))
        Session.touch({session.id}, at=clock.now())
        db.session.expire_all()
    assert living(token)
    later(timedelta(hours=24))
    assert not living(token)


def test_a_new_role_ends_every_session(reader, admin):
    _, token = Session.start(reader)
    reader.give_role("moderator", by=admin)
    assert not living(token)


def test_a_new_password_ends_every_session(reader):
    _, token = Session.start(reader)
    reader.change_password("강물은 천천히 흐른다")
    assert not living(token)
