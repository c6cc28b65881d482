"""Korean formatting: particles after a word, dates, numbers and sizes."""

import re
from datetime import date, datetime, timedelta

from board import clock

YEAR, DAY, HOUR = timedelta(days=365), timedelta(days=1), timedelta(hours=1)
MINUTE, SECOND, NOTHING = timedelta(minutes=1), timedelta(seconds=1), timedelta(0)
_WEEKDAYS = "월화수목금토일"
_NO_FINAL, _OTHER_FINAL, _FINAL_L = 0, 1, 2
_DIGIT_FINALS = dict(zip("0123456789", (1, 2, 0, 1, 0, 0, 1, 2, 2, 0), strict=True))
_LETTER_NAME_FINALS = {"L": 2, "R": 2, "M": 1, "N": 1}  # 엘 알 엠 엔; the others end open
_WORD_END_FINALS = {"l": 2, "m": 1, "n": 1, "b": 1, "c": 1, "g": 1, "k": 1, "p": 1}

_DATE = re.compile(
    r"(\d{4}|\d{2})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:일|\.)?"
    r"(?:\s*\(?[월화수목금토일](?:요일)?\)?)?"
    r"(?:\s*[,T]?\s*(?:오전|오후)?\s*\d{1,2}(?::\d{2}){1,2})?"
)


def josa(word: str, pair: str) -> str:
    """The word with the matching particle of a pair such as 을/를, 이/가, 은/는, 과/와, 으로/로."""
    with_final, without = pair.split("/")
    final = _final_sound(word)
    if with_final.startswith("으") and final == _FINAL_L:  # 서울로, 1로
        return word + without
    return word + (with_final if final else without)


def list_date(moment: datetime, today: date) -> str:
    """`14:05` when it was today in Seoul, else `2025.06.13`."""
    there = clock.local(moment)
    return f"{there:%H:%M}" if there.date() == today else f"{there:%Y.%m.%d}"


def clock_time(moment: datetime) -> str:
    """`14:05`."""
    return f"{clock.local(moment):%H:%M}"


def article_date(moment: datetime) -> str:
    """`2025-06-13 14:05`."""
    return f"{clock.local(moment):%Y-%m-%d %H:%M}"


def full_date(moment: datetime) -> str:
    """`2025.06.13 (금) 10:20`."""
    there = clock.local(moment)
    return f"{there:%Y.%m.%d} ({_WEEKDAYS[there.weekday()]}) {there:%H:%M}"


def spoken_moment(moment: datetime, today: date) -> str:
    """`3월 2일 11:00`, with the year in front unless it is this year."""
    there = clock.local(moment)
    year = "" if there.year == today.year else f"{there.year}년 "
    return f"{year}{there.month}월 {there.day}일 {there:%H:%M}"


def time_of_day(moment: datetime) -> str:
    """`오후 3시 20분`, `낮 12시`, as people say it."""
    there = clock.local(moment)
    half = ("밤", "오전", "낮", "오후")[there.hour // 12 * 2 + (there.hour % 12 > 0)]
    return f"{half} {there.hour % 12 or 12}시" + (f" {there.minute}분" if there.minute else "")


def iso(moment: datetime) -> str:
    """`2025-06-13T10:20+09:00`, for `<time datetime>`."""
    return clock.local(moment).isoformat(timespec="minutes")


def number(count: int) -> str:
    """`565,273`."""
    return f"{count:,}"


def short_number(count: int) -> str:
    """`9,999`, `1.2만`, `3.4억`: rounded down, never up."""
    for unit, name in ((100_000_000, "억"), (10_000, "만")):
        if count >= unit:
            tenths = count * 10 // unit
            whole = f"{tenths // 10:,}"
            return whole + (f".{tenths % 10}" if tenths % 10 and tenths < 1000 else "") + name
    return number(count)


def file_size(size: int) -> str:
    """A number of bytes as `512 B`, `84 KB`, `1.5 MB`."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024):,} KB"
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"


def span(length: timedelta) -> str:
    """`90초`, `10분`, `3시간`, `하루`, `30일`, `1년`: in the largest unit that leaves no rest."""
    if length == DAY:
        return "하루"
    for unit, name in ((YEAR, "년"), (DAY, "일"), (HOUR, "시간"), (MINUTE, "분")):
        if length and length % unit == NOTHING:
            return f"{length // unit:,}{name}"
    return f"{length // SECOND:,}초"


def parse_date(text: str) -> date | None:
    """The day in 2025-06-13, 2025.6.13., 2025년 6월 13일 (금), 25.06.13; None for anything else."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def _final_sound(word: str) -> int:
    """The final sound of a word read aloud: open, on ㄹ, or on another consonant."""
    letters = [letter for letter in word if letter.isalnum()]
    if not letters:
        return _NO_FINAL
    last = letters[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return _FINAL_L if final == 8 else (_OTHER_FINAL if final else _NO_FINAL)
    if last in _DIGIT_FINALS:
        return _DIGIT_FINALS[last]
    if last.isupper():
        return _LETTER_NAME_FINALS.get(last, _NO_FINAL)
    return _latin_word_final(last, letters[-2] if len(letters) > 1 else "")


def _latin_word_final(last: str, before: str) -> int:
    if last in "lmn":
        return _WORD_END_FINALS[last]
    # 카카오톡, 페이스북 end on a stop; 포스트 and 사이트 (a vowel is added) do not.
    if last in "bcgkp" and before not in "sf":
        return _WORD_END_FINALS[last]
    return _NO_FINAL
