"""Slow mode: a thread slows down or closes, and is opened again."""

from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import AuditEntry, Guest, Hand, Slowdown

HERE = ("here", "203.0.113.*")


def wait(article, who):
    return article.slowdown.wait(Hand(who.key))


def test_whoever_has_just_written_waits_and_nobody_else(article, reader, other_reader, moderator):
    Slowdown.place(article, by=moderator, seconds=120)
    article.comment("반갑습니다.", by=reader)
    assert 118 <= wait(article, reader) <= 120
    assert wait(article, other_reader) == 0


def test_a_guest_waits_also_behind_a_new_cookie(article, moderator):
    Slowdown.place(article, by=moderator, seconds=120)
    article.comment("반갑습니다.", by=Guest("a"), nickname="강", password="1234", origin=HERE)
    assert article.slowdown.wait(Hand(Guest("b").key, HERE[0])) > 0
    assert article.slowdown.wait(Hand(Guest("b").key, "elsewhere")) == 0


def test_the_wait_is_over_when_its_seconds_have_passed(article, reader, moderator, later):
    Slowdown.place(article, by=moderator, seconds=60)
    article.comment("반갑습니다.", by=reader)
    db.session.commit()
    later(timedelta(seconds=61))
    assert wait(article, reader) == 0


def test_an_automatic_slowdown_ends_by_itself(article, reader, later):
    slowdown = Slowdown.place(article)
    article.comment("반갑습니다.", by=reader)
    assert article.slowdown is slowdown and wait(article, reader) > 0
    db.session.commit()
    later(timedelta(hours=1, seconds=1))
    assert article.slowdown is None
    assert Slowdown.place(article) is not slowdown


def test_an_automatic_slowdown_changes_no_decision_of_a_moderator(article, moderator):
    closing = Slowdown.place(article, by=moderator, seconds=None)
    assert Slowdown.place(article) is closing and not article.comments_open


def test_a_closed_thread_takes_nothing_until_its_time_has_come(article, reader, moderator, later):
    until = clock.now() + timedelta(days=1)
    Slowdown.place(article, by=moderator, seconds=None, until=until)
    assert not reader.can_comment_on(article)
    db.session.commit()
    later(timedelta(days=1, seconds=1))
    assert reader.can_comment_on(article)


def test_a_moderator_replaces_a_slowdown_and_lifts_it(article, reader, moderator):
    first = Slowdown.place(article, by=moderator, seconds=None)
    second = Slowdown.place(article, by=moderator, seconds=60)
    assert not first.stands and article.slowdown is second
    second.lift(moderator)
    second.lift(moderator)
    assert article.slowdown is None and reader.can_comment_on(article)
    deeds = [entry.action for entry in db.session.scalars(AuditEntry.newest())][:3]
    assert deeds == ["thread.free", "thread.slow", "thread.close"]
