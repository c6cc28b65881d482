"""Legal deadlines of the Press Arbitration Act."""

from datetime import date

import pytest

from board.text.legal_deadlines import asking_ends, asking_terms, days_after, months_after


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2026-03-10", 3, "2026-06-10"),
        ("2026-11-30", 3, "2027-03-01"),  # the last of February, a Sunday, moves to Monday
        ("2023-11-30", 3, "2024-02-29"),
        ("2025-11-28", 3, "2026-03-02"),  # 28 February 2026 is a Saturday
        ("2026-04-30", 3, "2026-07-31"),  # begins on the first of May: three whole months
        ("2027-02-28", 3, "2027-05-31"),
        ("2028-02-28", 3, "2028-05-29"),  # a leap year: 28 May is a Sunday
        ("2026-08-31", 6, "2027-03-01"),
        ("2026-12-31", 6, "2027-06-30"),
        ("2026-01-30", 1, "2026-03-02"),
        ("2026-07-15", 6, "2027-01-15"),
    ],
)
def test_months_go_by_the_calendar(day, months, last):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("day", "days", "last"),
    [
        ("2026-11-23", 3, "2026-11-26"),
        ("2026-11-25", 3, "2026-11-30"),  # would end on a Saturday
        ("2026-11-26", 3, "2026-11-30"),  # would end on a Sunday
        ("2026-11-24", 7, "2026-12-01"),
    ],
)
def test_the_first_day_does_not_count_and_a_term_does_not_end_on_a_weekend(day, days, last):
    assert days_after(date.fromisoformat(day), days) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("kind", "known_on", "last"),
    [
        ("correction", "2026-01-05", "2026-04-06"),  # three months of knowing come first
        ("rebuttal", "2026-06-20", "2026-07-02"),  # six months of the report come first
        ("follow_up", "2026-06-20", "2026-09-21"),  # no six months for the outcome of a trial
    ],
)
def test_the_earlier_of_two_terms_counts(kind, known_on, last):
    reported = date(2026, 1, 2)
    assert asking_ends(kind, reported, date.fromisoformat(known_on)) == date.fromisoformat(last)


def test_each_term_says_from_when_it_runs():
    known, reported = asking_terms("correction", date(2026, 1, 2), date(2026, 1, 5))
    assert (known.since, known.months) == (date(2026, 1, 5), 3)
    assert (reported.since, reported.until) == (date(2026, 1, 2), date(2026, 7, 2))
