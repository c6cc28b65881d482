"""What a form's guards say about whoever filled it in."""

from datetime import timedelta

import pytest

from board.bots.honeypot import LONGEST, QUICKEST, new_stamp, suspicions

A_MOMENT = timedelta(seconds=1)


@pytest.fixture
def stamp(app):
    with app.test_request_context():
        return new_stamp()


@pytest.fixture
def suspected(app):
    """`suspected(homepage="…")`: what is found in a form sent so."""

    def send(**fields):
        with app.test_request_context(method="POST", data=fields):
            return suspicions()

    return send


def test_who_takes_the_time_to_write_is_not_suspected(suspected, stamp, later):
    later(QUICKEST)
    assert suspected(stamp=stamp, homepage="") == []


def test_who_has_no_script_is_not_suspected_for_that(suspected):
    assert suspected() == suspected(stamp="", homepage="") == []


def test_a_field_that_nobody_sees_is_filled_by_machines(suspected):
    assert suspected(homepage="https://pills.example") == ["숨은 칸이 채워짐"]


def test_nobody_writes_in_no_time(suspected, stamp):
    assert suspected(stamp=stamp) == ["너무 빨리 보냄"]


def test_a_stamp_does_not_keep_for_ever(suspected, stamp, later):
    later(LONGEST + A_MOMENT)
    assert suspected(stamp=stamp) == ["쓰기 시작한 지 하루가 넘음"]


@pytest.mark.parametrize("forged", ["가", "x.y.z", "\udcff", "a" * 5000, "abc.aSHx5g.c2lnbmVk"])
def test_a_forged_stamp_is_noticed_and_breaks_nothing(suspected, forged):
    sent = forged.encode("utf-8", "replace").decode()
    assert suspected(stamp=sent) == ["시각 도장이 맞지 않음"]


def test_a_stamp_is_good_for_one_comment(suspected, stamp, later):
    later(QUICKEST)
    assert suspected(stamp=stamp) == []
    assert suspected(stamp=stamp) == ["시각 도장을 두 번 씀"]
