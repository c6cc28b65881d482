"""Honeypot and timing stamp: what they say about whoever filled in a form."""

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
    """`suspected(homepage="…")` sends such a form and returns the suspicions."""

    def send(**fields):
        with app.test_request_context(method="POST", data=fields):
            return suspicions()

    return send


def test_a_person_who_takes_time_to_write_is_not_suspected(suspected, stamp, later):
    later(QUICKEST)
    assert suspected(stamp=stamp, homepage="") == []


def test_a_reader_without_scripts_is_not_suspected_for_that(suspected):
    assert suspected() == suspected(stamp="", homepage="") == []


def test_a_filled_honeypot_field_is_suspicious(suspected):
    assert suspected(homepage="https://pills.example") == ["숨은 칸이 채워짐"]


def test_a_form_sent_too_fast_is_suspicious(suspected, stamp):
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
