"""Attack mode against automated comments."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Alarm, AuditEntry, Comment, Guest
from board.models.moderation.attack_mode import LASTING_BY_ITSELF, MOST_HELD, MOST_WRITERS

HOME = ("the-hash-of-an-address", "203.0.113.*")


@pytest.fixture
def flood(article):
    """`flood(60)`: so many comments from many hands and places have just been written."""

    def write(number, hold=None, cookie="g:{}", home="home {}"):
        for each in range(number):
            comment = Comment(article=article, nickname="별", body=f"말 {each}")
            comment.guest_key = cookie.format(each)
            comment.address_hash = home and home.format(each)
            db.session.add(comment)
            db.session.flush()
            if hold is not None:
                comment.hold_back("machine", [{"phase": hold}])
        db.session.flush()

    return write


def first_comment(article, name="누구"):
    guest = {"by": Guest(name), "nickname": name, "password": "0000", "origin": HOME}
    return article.comment(f"{name}의 솔내 소식 잘 보았습니다.", **guest)


def test_an_admin_raises_it_for_a_time(article, admin, later):
    Alarm.rise(by=admin)
    assert first_comment(article).hold.flags[0]["why"] == "처음 쓰는 댓글"
    later(timedelta(hours=3))
    assert Alarm.now() is None
    assert first_comment(article, "다른 이").hold is None


def test_it_is_ended_once_and_both_are_written_down(app, admin):
    alarm = Alarm.rise(by=admin)
    assert alarm.end(by=admin) and not alarm.end(by=admin)
    assert Alarm.now() is None
    deeds = db.session.scalars(db.select(AuditEntry.action).where(AuditEntry.action.like("alarm%")))
    assert sorted(deeds) == ["alarm.end", "alarm.rise"]


def test_raised_again_it_lasts_longer_never_shorter(app, admin):
    alarm = Alarm.rise(by=admin, lasting=timedelta(hours=12))
    assert Alarm.rise(by=admin, lasting=timedelta(hours=1)) is alarm
    assert alarm.until > clock.now() + timedelta(hours=11)
    Alarm.rise(by=admin, lasting=timedelta(hours=24))
    assert alarm.until > clock.now() + timedelta(hours=23)


def test_far_more_than_usual_raises_it(article, flood, later):
    flood(MOST_WRITERS - 1)
    assert first_comment(article).hold is None
    assert first_comment(article, "그다음 이").hold is not None
    assert Alarm.now().by is None and "쓴 사람 30명" in Alarm.now().why
    later(LASTING_BY_ITSELF)
    assert not Alarm.watch()


def test_a_busy_paper_has_a_higher_threshold(article, flood, later):
    for _ in range(6):
        flood(MOST_WRITERS * 12)
        later(timedelta(hours=1))
    flood(MOST_WRITERS + 5)
    assert not Alarm.watch()


def test_many_that_were_held_raise_it(article, flood):
    flood(MOST_HELD - 1, hold="words")
    assert not Alarm.watch()
    flood(1, hold="words", cookie="g:another {}", home="another home {}")
    assert Alarm.watch()


def test_one_vandal_stops_nobody_else(article, flood):
    """Seventeen swearing comments from one address, each behind a new cookie, and a flood of
    harmless ones by one cookie that wanders, while neighbours write as always."""
    flood(MOST_HELD + 2, cookie="g:neighbour {}", home="house {}")
    flood(17, hold="words", home="one home")
    flood(MOST_WRITERS, home="one home")
    flood(17, hold="words", cookie="g:one cookie")
    flood(MOST_WRITERS, cookie="g:one cookie")
    assert not Alarm.watch()
    assert first_comment(article).hold is None


def test_newcomers_who_wait_for_being_new_are_no_attack(flood):
    flood(MOST_HELD, hold="newcomers")
    assert not Alarm.watch()


def test_once_ended_it_does_not_rise_for_what_was_before(flood, admin):
    flood(MOST_WRITERS)
    assert Alarm.watch()
    Alarm.now().end(by=admin)
    assert not Alarm.watch()
    flood(MOST_WRITERS)
    assert Alarm.watch()


def test_seeded_comments_are_no_attack(flood):
    flood(MOST_WRITERS + 5, home=None)
    flood(MOST_HELD, hold="words", cookie="g:rude {}", home=None)
    assert not Alarm.watch()
