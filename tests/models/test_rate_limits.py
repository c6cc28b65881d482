"""Rate limits: windows for each scope, shared by all processes."""

import threading
from datetime import timedelta

import pytest

from board.extensions import db, writing
from board.models import Deed, Throttle
from board.models.rate_limits import LIMITS

MINUTES = timedelta(minutes=1)


def check(times=1, kind="comment", **whose):
    return [Throttle.check(kind, **whose) for _ in range(times)]


def test_the_eleventh_comment_of_a_minute_waits_for_the_rest_of_it(app, later):
    assert check(10, person="u:1") == [0] * 10
    assert 0 < Throttle.check("comment", person="u:1") <= 60
    later(MINUTES)
    assert check(10, person="u:1") == [0] * 10


def test_one_who_waits_hinders_nobody_else_and_nothing_else(app):
    check(11, person="u:1", address="203.0.113.1")
    assert check(person="u:2", address="203.0.113.2") == [0]
    assert check(kind="report", person="u:1", address="203.0.113.1") == [0]


def test_new_people_from_one_address_are_one_address(app):
    waits = [
        Throttle.check("comment", person=f"g:{number}", address="203.0.113.1")
        for number in range(11)
    ]
    assert waits[:10] == [0] * 10 and waits[10] > 0


def test_everybody_together_has_a_limit_too(app):
    for number in range(LIMITS["comment"].everyone):
        check(person=f"u:{number}", address=f"203.0.113.{number}")
    assert Throttle.check("comment", person="u:x", address="198.51.100.1") > 0


def test_an_unidentified_visitor_counts_toward_the_limit_for_everybody(app):
    assert check(12, person=None, address=None) == [0] * 12


def test_a_key_is_kept_as_a_hash(app):
    Throttle.check("comment", person="u:1", address="203.0.113.1")
    assert not any("203" in key for key in db.session.scalars(db.select(Throttle.key)))


def test_looking_counts_nothing(app):
    for _ in range(12):
        assert Throttle.look("session", person="narae@here") == 0
    assert db.session.query(Throttle).count() == 0


def test_what_was_noted_is_counted_in_one_piece(app):
    Throttle.write([Deed("search", {"address": "203.0.113.1", "person": None})] * 29)
    assert Throttle.look("search", address="203.0.113.1") == 0
    Throttle.write([Deed("search", {"address": "203.0.113.1"})])
    assert Throttle.look("search", address="203.0.113.1") > 0
    assert Throttle.look("search", address="203.0.113.2") == 0


def test_windows_that_are_over_are_swept_away(app, later):
    Throttle.check("comment", person="u:1")
    Throttle.check("registration", person="u:1")
    later(10 * MINUTES)
    Throttle.sweep()
    assert set(db.session.scalars(db.select(Throttle.kind))) == {"registration"}


@pytest.mark.parametrize("most", [LIMITS["comment"].person])
def test_thirty_concurrent_tries_are_counted_one_by_one(app, most):
    waits = []

    def write():
        writing.set(True)
        with app.app_context():
            waits.append(Throttle.check("comment", person="u:1", address="203.0.113.1"))
            db.session.commit() if not waits[-1] else db.session.rollback()

    threads = [threading.Thread(target=write) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits)[:most] == [0] * most and min(sorted(waits)[most:]) > 0
