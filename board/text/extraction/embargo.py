"""Embargo: the moment before which a release may not be published, read from its own line."""

import re
from datetime import date, datetime, time

from board import clock

# Morning papers (조간) of a day are on sale when it begins, evening papers (석간) from about noon.
# Press offices often let the internet go earlier, at noon of the day before, but then say so:
# without that word the later moment holds, which never breaks a promise.
EDITIONS = {"조간": time(0), "석간": time(12)}

_NONE = re.compile(
    r"(?<!종료)(?<!발표)(?<!후)\s?즉\s?시|수시로?\s?보도|제한\s?없|해당\s?없|없\s?음"
)
_DAY = re.compile(
    r"(?<![\d:.])(?:(?P<year>20\d\d|['’]?\d\d)\s?[-./년]\s?)?(?P<month>1[0-2]|0?[1-9])\s?[-./월]\s?"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|:|\s?시)\s?[일.]?"
)
_TIME = re.compile(
    r"(?P<half>오전|오후|낮|저녁|밤)?\s?(?P<hour>[01]?\d|2[0-4])"
    r"(?::(?P<minute>[0-5]\d)|\s?시(?!간)(?:\s?(?P<minutes>[0-5]?\d)\s?분|\s?(?P<thirty>반))?)"
)
_ONLINE = re.compile(r"온라인|인터넷|방송|통신|누리집|모바일")


def is_none(line: str) -> bool:
    """Whether the line says that it may be published at once."""
    return _NONE.search(line) is not None


def read(line: str, near: date) -> datetime | None:
    """The embargo as an aware datetime in Seoul, or None when the line names none.

    Where papers and the internet have different moments, the internet's counts, for that is what we
    are. `near` supplies the year when the line has none, and the day when it has only an hour.
    """
    if is_none(line):
        return None
    days = list(_DAY.finditer(line))
    if not days:
        said = _time(line)
        return datetime.combine(near, said, clock.SEOUL) if said else None
    chosen = next((i for i in range(len(days)) if _ONLINE.search(_before(line, days, i))), 0)
    day = _day(days[chosen], near)
    following = days[chosen + 1].start() if chosen + 1 < len(days) else len(line)
    said = _time(line[days[chosen].end() : following])
    return datetime.combine(day, said or time(0), clock.SEOUL) if day else None


def _before(line: str, days: list[re.Match[str]], i: int) -> str:
    return line[days[i - 1].end() if i else 0 : days[i].start()]


def _day(found: re.Match[str], near: date) -> date | None:
    year = found["year"]
    if year:
        number = int(year.strip("'’"))
        return _date(number if number > 99 else 2000 + number, found)
    days = [_date(near.year + step, found) for step in (-1, 0, 1)]
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _date(year: int, found: re.Match[str]) -> date | None:
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _time(text: str) -> time | None:
    found = _TIME.search(text)
    if found:
        hour = int(found["hour"]) % 24
        if found["half"] in ("오후", "낮", "저녁", "밤") and hour < 12 and not 10 < hour < 12:
            hour += 12
        minute = int(found["minute"] or found["minutes"] or 0)
        return time(hour, 30 if found["thirty"] else minute)
    if "정오" in text:
        return time(12)
    return next((moment for word, moment in EDITIONS.items() if word in text), None)
