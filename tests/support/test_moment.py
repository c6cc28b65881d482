"""The test clock: a test runs at the moment of `--clock`, and so does all it calls."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from time_machine import escape_hatch

from board import clock
from tests.support.moment import ORDINARY, checked, moment_of

A_MINUTE = timedelta(minutes=1)


def test_a_test_begins_at_the_told_moment_and_its_clock_ticks(pytestconfig, beginning):
    told = moment_of(pytestconfig.getoption("--clock"))
    assert abs(beginning - told) < A_MINUTE and beginning.utcoffset() == timedelta()
    assert timedelta() <= clock.now() - beginning < A_MINUTE
    before = clock.now()
    time.sleep(0.001)
    assert clock.now() > before


def test_every_clock_of_the_process_tells_the_same_moment(beginning):
    told = beginning.timestamp()
    assert told <= time.time() < told + 60
    assert date.today() in {  # noqa: DTZ011 - the point
        (beginning + passed).astimezone().date() for passed in (timedelta(), A_MINUTE)
    }


@pytest.mark.parametrize("told_moment", ["2028-02-29T00:05+09:00"])
def test_a_test_can_begin_in_the_first_hour_of_a_leap_day(beginning):
    assert clock.today() == date(2028, 2, 29)
    assert f"{clock.local(clock.now()):%H:%M}" == "00:05"


@pytest.mark.parametrize("told_moment", ["now"])
def test_nobody_moves_the_clock_of_a_test_that_keeps_the_real_time(beginning):
    assert not escape_hatch.is_travelling()


def test_moving_the_clock_leaves_the_machines_time_zone_alone(later):
    zone = (os.environ.get("TZ"), time.tzname)
    later(timedelta(days=1))
    assert (os.environ.get("TZ"), time.tzname) == zone


def test_the_ordinary_moment_is_a_weekday_morning_in_seoul():
    there = clock.local(moment_of(""))
    assert there.weekday() < 5 and 9 <= there.hour < 12 and there.day not in (1, 28, 29, 30, 31)


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2028-02-29T00:05+09:00", datetime(2028, 2, 28, 15, 5, tzinfo=UTC)),
        ("2026-12-31T23:58", datetime(2026, 12, 31, 14, 58, tzinfo=UTC)),  # Seoul's, if not said
        ("2027-01-01T00:05Z", datetime(2027, 1, 1, 0, 5, tzinfo=UTC)),
        ("", moment_of(ORDINARY)),
    ],
)
def test_a_moment_is_told_in_iso_8601(told, moment):
    assert moment_of(told) == moment


def test_now_is_the_moment_the_clock_shows():
    before = clock.now()
    assert before <= moment_of("now") <= clock.now()


@pytest.mark.parametrize("told", ["soon", "2026-02-29T10:00", "10:20"])
def test_a_run_refuses_a_moment_it_does_not_understand(told):
    with pytest.raises(ValueError):
        checked(told)
