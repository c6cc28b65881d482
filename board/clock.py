"""Clock: the only source of the current time. UTC in storage, Seoul on screen."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def _seoul() -> tzinfo:
    # Korea has kept +09:00 without summer time since 1988: a fixed offset is a true fallback.
    try:
        return ZoneInfo("Asia/Seoul")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=9), "KST")


SEOUL = _seoul()


def now() -> datetime:
    """The current moment: aware, in UTC, with microseconds."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Seoul."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """The moment converted to Seoul time; a naive one is taken as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(SEOUL)


def day_start(day: date) -> datetime:
    """The moment, in UTC, at which this day begins in Seoul."""
    return datetime.combine(day, time(), SEOUL).astimezone(UTC)


def day_end(day: date) -> datetime:
    """The moment, in UTC, at which this day ends in Seoul."""
    return day_start(day + timedelta(days=1))


def last_day(end: datetime) -> date:
    """The last calendar day in Seoul that begins before this moment."""
    return (local(end) - timedelta(seconds=1)).date()
