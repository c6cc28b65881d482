from datetime import UTC, date, datetime, timedelta

import time_machine

from board import clock


def test_the_clock_tells_utc_with_a_zone():
    now = clock.now()
    assert now.utcoffset() == timedelta(0)


@time_machine.travel("2025-06-13T15:30:00.123456+00:00", tick=False)
def test_half_past_midnight_in_seoul_is_already_the_next_day():
    assert clock.now() == datetime(2025, 6, 13, 15, 30, 0, 123456, tzinfo=UTC)
    assert clock.today() == date(2025, 6, 14)
    assert clock.local(clock.now()).hour == 0


def test_a_naive_moment_from_the_database_is_taken_as_utc():
    assert clock.local(datetime(2025, 6, 13, 1, 0)).hour == 10  # noqa: DTZ001 - the point


def test_a_day_begins_in_seoul_nine_hours_before_utc():
    assert clock.day_start(date(2025, 6, 13)) == datetime(2025, 6, 12, 15, tzinfo=UTC)


def test_a_machine_without_time_zone_data_still_knows_seoul(monkeypatch):
    def no_data(name):
        raise clock.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(clock, "ZoneInfo", no_data)
    zone = clock._seoul()
    assert datetime(2025, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=9)
