"""Legal deadlines: how many days and months the Press Arbitration Act gives, and to whom.

The Act is 언론중재 및 피해구제 등에 관한 법률. The reckoning follows the Civil Act (민법): the
first day does not count (art. 157); months go by the calendar, to the day before the one that
answers the second day, or to the month's end (art. 160); a term that would end on a Saturday or
Sunday ends on the day after (art. 161). Other holidays are not known here, so a real term may be a
day or two longer, never shorter. This is not legal advice.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_TO_ASK = 3  # from knowing of the report (art. 14 ①, art. 16), or of the outcome (art. 17 ①)
MONTHS_AFTER_REPORT = 6  # from publication; corrections and rebuttals only (art. 14 ①, art. 16)
DAYS_TO_ANSWER = 3  # the paper sends word whether it accepts (art. 15 ②)
DAYS_TO_PUBLISH = 7  # from receiving the request, once it is accepted (art. 15 ③)
DAYS_TO_ARBITRATION = 14  # from the day the two sides failed to agree (art. 18 ③)


@dataclass(frozen=True)
class AskingTerm:
    """A deadline for requests: `months` counted from `since`, to the end of `until`."""

    since: date
    months: int
    until: date


def months_after(day: date, months: int) -> date:
    """The last day of a term of so many months that starts with an event on `day`."""
    first = day + timedelta(days=1)
    index = first.year * 12 + first.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if first.day > monthrange(year, month)[1]:
        return _off_the_weekend(date(year, month, monthrange(year, month)[1]))
    return _off_the_weekend(date(year, month, first.day) - timedelta(days=1))


def days_after(day: date, days: int) -> date:
    """The last day of a term of so many days that starts with an event on `day`."""
    return _off_the_weekend(day + timedelta(days=days))


def asking_terms(kind: str, published_on: date, known_on: date) -> tuple[AskingTerm, ...]:
    """The deadlines for a request; `kind` is correction, rebuttal or follow_up. All must be met."""
    known = AskingTerm(known_on, MONTHS_TO_ASK, months_after(known_on, MONTHS_TO_ASK))
    if kind == "follow_up":
        return (known,)
    until = months_after(published_on, MONTHS_AFTER_REPORT)
    return (known, AskingTerm(published_on, MONTHS_AFTER_REPORT, until))


def asking_ends(kind: str, published_on: date, known_on: date) -> date:
    """The last day on which the request is in time."""
    return min(term.until for term in asking_terms(kind, published_on, known_on))


def _off_the_weekend(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day
