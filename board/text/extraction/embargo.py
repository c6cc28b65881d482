"""Embargo: the moment before which a release may not be published, read from its own line."""

import re
from datetime import date, datetime, time

from board import clock
from board.text.extraction import boilerplate_patterns as patterns

# Morning papers (조간) of a day are on sale when it begins, evening papers (석간) from about noon.
# Press offices often let the internet go earlier, at noon of the day before, but then say so:
# without that word the later moment holds, which never breaks a promise.
EDITIONS = {"조간": time(0), "석간": time(12)}

_NONE = re.compile(
    r"(?<!종료)(?<!발표)(?<!후)\s?즉\s?시|수시로?\s?보도|제한\s?없|해당\s?없|없\s?음"
    r"|바로|지금|배포\s?(?:시점?|후|와\s?동시)(?:에|부터)?(?=\s|$|[.)])"
)
_LABEL = re.compile(
    rf"{patterns.BULLET}{patterns.EMBARGO_LABELS}\s*[)\]]?\s*[:：|\t]?\s*", re.IGNORECASE
)
_OTHER_LABEL = re.compile(
    r"(?:^|[\s|/,]+)(?:배\s?포(?!\s?(?:즉\s?시|시|후|와))|제\s?공\s?일|매\s?수|담\s?당)\s?"
)
_ASKED = re.compile(
    r"(?:이후|부터|까지|전)(?:에|에는|에만)?\s?[^.]{0,12}?(?:보도|게재|사용|공개|엠바고)(?!했|한다고|됐|된|자료)"
)
_BRACKETED = re.compile(r"[(\[【<〈](?:[^()\[\]【】<>〈〉]|\([^()]{1,4}\))*[)\]】>〉]")
_SENTENCES = re.compile(r"(?<=[가-힣][.!?])\s+")
_CLAUSE = re.compile(r"[,，]\s*((?:이|본|해당)\s?(?:내용|자료|보도자료|기사)(?:은|는|을|를)\s.*)$")
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
    return _NONE.search(_said(line)) is not None


def phrase(text: str) -> str:
    """The words of a paragraph that ask not to publish before some moment; "" where none do.

    A whole sentence or what stands in brackets; else the last clause of a sentence.
    """
    parts = [*_BRACKETED.findall(text), *_SENTENCES.split(text)]
    part = next((each for each in parts if _asks(each)), "")
    clause = _CLAUSE.search(part)
    return clause[1] if clause and _asks(clause[1]) else part


def _asks(part: str) -> bool:
    return bool(_ASKED.search(part) and (_DAY.search(part) or _TIME.search(part)))


def _said(line: str) -> str:
    """The part of a line that speaks of publishing, not of when it was sent out or of an event."""
    labelled = _LABEL.match(line)
    if labelled:
        rest = line[labelled.end() :]
        other = _OTHER_LABEL.search(rest)
        return rest[: other.start()] if other else rest
    asked = _ASKED.search(line)
    days = list(_DAY.finditer(line, 0, asked.end())) if asked else []
    return line[days[-1].start() :] if days and not _ONLINE.search(line) else line


def read(line: str, near: date) -> datetime | None:
    """The embargo as an aware datetime in Seoul, or None when the line names none.

    Where papers and the internet have different moments, the internet's counts, for that is what we
    are. `near` supplies the year when the line has none, and the day when it has only an hour.
    """
    line = _said(line)
    if _NONE.search(line):
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
