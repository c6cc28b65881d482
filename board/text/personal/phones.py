"""Phone numbers, also with dots, spaces, or spelt 공일공.

Short public numbers such as 119, 1588-… and 080-… are not personal, nor land lines of offices.
"""

import re
from collections.abc import Iterator

from board.text.personal.digits import GAP, NOT_COUNTED, SPELT_DIGIT, TOLD_DASH
from board.text.personal.offices import is_office

_ANY = rf"(?:{TOLD_DASH}|에\s?|[\W_ㅡ]{{0,3}})"  # people hide a mobile number behind anything
_LETTERS = r"[가-힣A-Za-z]{1,2}"
_GROUPS = rf"\d{{4}}{_ANY}\d{{4}}(?!\d)"

_MOBILE = re.compile(
    rf"(?<!\d)(?:(?P<code>010){_ANY}{_GROUPS}"
    rf"|(?P<lettered>010){_LETTERS}\d{{4}}{_LETTERS}\d{{4}}{NOT_COUNTED}"
    rf"|(?P<older>01[16789]){GAP}{{0,3}}\d{{3,4}}{GAP}{{0,3}}\d{{4}}(?!\d)"
    rf"|(?P<abroad>(?:\+|00)?82{_ANY}0?{_ANY}10){_ANY}{_GROUPS})"
)
_SPACED = re.compile(
    # One by one: every digit apart, or groups that only confuse.
    r"(?<!\d)(?:(?P<code>0(?P<gap>\W{1,2})1(?P=gap)0)(?:\W{1,3}\d){8}(?!\W{0,2}\d)"
    r"|(?P<odd>0(?P<sign>[^\w\s.,/:~-]{1,2})1(?P=sign)0)(?:(?P=sign)?\d){8}(?!\d)"
    r"|(?<!\d[-.])(?!0\.\d)(?P<mixed>010|01[ .-]{1,3}0|0(?P<even>[ .-]{1,3})1(?P=even)0)"
    r"(?:[ .-]{0,3}\d){8}(?![ .-]{0,3}\d))"
)
_SPELT_OUT = re.compile(
    rf"(?<!\d)(?P<code>[공영빵]{_ANY}[1일lI]{_ANY}[공영빵]|[0oO○〇ㅇ]{_ANY}[1일lI]{_ANY}[0공영빵oO○〇ㅇ])"
    rf"(?:{_ANY}(?:[oOlI]|{SPELT_DIGIT})){{8}}"
)
_AREAS = r"2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d"
_DIVIDED = re.compile(
    rf"(?<!\d)(?<!\d[-./,])\(?(?P<code>0(?:2|[3-6]\d|70|50\d))(?:\)|{GAP}){{1,3}}"
    rf"\d{{3,4}}{GAP}{{0,3}}\d{{4}}{NOT_COUNTED}(?![-./]\d)"
)
_UNDIVIDED = re.compile(
    rf"(?<!\d)(?<!\d[-./,])(?P<code>0(?:{_AREAS}))\d{{7,8}}{NOT_COUNTED}(?![-./]\d)"
)
_FROM_ABROAD = re.compile(
    rf"(?P<code>\+82{GAP}{{0,2}}\(?0?\)?(?:{_AREAS}))\)?{GAP}{{0,3}}\d{{3,4}}{GAP}{{0,3}}\d{{4}}(?!\d)"
)
_DISGUISED = re.compile(r"[^\W\d]|\u20e3")
_LAND = (_DIVIDED, _UNDIVIDED, _FROM_ABROAD)
_FORMS = (_MOBILE, _SPACED, _SPELT_OUT, *_LAND)


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, end of the area code) of each, in text with plain digits.

    The area code is the one named group of each form that is closed last. Land lines of offices and
    shops are of the kind "office".
    """
    for form in _FORMS:
        for match in form.finditer(text):
            if form is not _SPELT_OUT or _DISGUISED.search(match[0]):
                public = form in _LAND and is_office(text, *match.span())
                kind = "office" if public else "phone"
                yield kind, match.start(), match.end(), match.end(match.lastgroup or 0)
