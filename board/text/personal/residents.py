"""Resident and foreigner registration numbers: a birthday, a century-and-sex digit, six more.

They are found divided by anything, digit by digit, spelt 팔공공일공일, told in pieces (뒷자리는 …), and
with a few digits starred.
Numbers issued since October 2020 have no check digit, so a valid birthday must do. Company numbers
look alike and are public; their office and kind of company, their own check digit and the words
before them tell them apart.
"""

import re
from collections.abc import Iterator
from datetime import date

from board import clock
from board.text.personal.digits import (
    GAP,
    NOT_COUNTED,
    SPELT,
    SPELT_DIGIT,
    TOLD_DASH,
    read_aloud,
)
from board.text.registration import corporation_doubt

WITHOUT_CHECK_SINCE = date(2020, 10, 1)
MOST_STARS = 3  # of the last six digits; with more of them hidden it is nobody's number any more
_DIVIDER = rf"(?:{GAP}|[/()\[\]{{}}<>|:,_=+]){{0,4}}"
_WHOLE = re.compile(
    rf"(?<!\d)(?<!\d[./])(\d{{6}})({_DIVIDER})([1-8][\d*xX○]{{6}})(?![*○]){NOT_COUNTED}"
)
# Either half whole or in any pieces: 850615 - 1 2 3 4 5 6 0.
_APART = re.compile(
    rf"(?<!\d)(?<!\d\W)(?!\d{{6}}{_DIVIDER}\d{{7}})(\d(?:[ .·]?\d){{5}})({_DIVIDER})"
    rf"([1-8](?:[ .·]?\d){{6}}){NOT_COUNTED}(?!\W?\d)"
)
_KEYCAP = "(?:\ufe0f?\u20e3)?"
_SPELT_OUT = re.compile(
    rf"(?<![{SPELT}])((?:{SPELT_DIGIT}{_KEYCAP}\W?){{6}})({_DIVIDER}|{TOLD_DASH}|\s?뒤(?:에|는)?\s?)((?:{SPELT_DIGIT}{_KEYCAP}\W?){{7}})"
)
_LIKE_DIGITS = r"[\dOoㅇlI]"
_LETTERED = re.compile(
    rf"(?<![\w.-])(?!\d{{6}}\D{{0,3}}\d{{7}})({_LIKE_DIGITS}{{6}})({_DIVIDER})"
    rf"([1-8lI]{_LIKE_DIGITS}{{6}})(?![A-Za-zㄱ-ㅎ\d])"
)
# The birthday and the rest with words between: 83년 4월 12일생 뒷번호는 …
_BORN = r"\d\d[-./\s]{0,2}\d\d[-./\s]{0,2}\d\d|(?:19|20)?\d\d년\s?\d{1,2}월\s?\d{1,2}일"
_IN_PIECES = re.compile(
    rf"(?<!\d)(?<!\d[./-])({_BORN})"
    rf"({TOLD_DASH}|(?<=\d[-./]\d\d)[-./]|[^\n\d]{{0,14}}[뒤뒷](?![늦떨집덮])[^\n\d]{{0,12}})"
    rf"([1-8](?: ?\d){{6}}){NOT_COUNTED}"
)
_BACK_ALONE = re.compile(
    rf"(?:(?P<named>주민[^\n\d]{{0,10}})|(?<!\w))뒷\s?(?:번호|자리)[^\n\d]{{0,8}}(?P<back>[1-8]\d{{6}}){NOT_COUNTED}"
    r"(?(named)|(?=[^\n\d]{0,12}앞[^\n\d]{0,8}\d{6}))"
)
# Company numbers begin with a registry office and a kind of company.
_OFFICE_AND_KIND = re.compile(r"(?:1[1-9]|2[0-9])\d\d(?:1[1-5]|2[12]|31)")
_UNUSUAL = re.compile(rf"(?!{GAP}).")  # no company's number is divided like that
_CALLED_ONE = re.compile(r"[^\n\d]{0,12}주민\s?(?:등록)?\s?번호")
_OF_A_PERSON = re.compile(r"주민|외국인\s?등록")
_OF_A_COMPANY = re.compile(r"법인|등기")
_OF_A_THING = re.compile(
    r"(?:접수|주문|문서|운송장|송장|일련|관리|공고|계약|고객|예약)\s?번호|입찰|공고|고시"
)
_BEFORE = 14  # letters in which a word says what the number is
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits."""
    for form in (_WHOLE, _APART, _LETTERED, _SPELT_OUT, _IN_PIECES):
        for match in form.finditer(text):
            digits = _six(match[1]) + read_aloud(match[3])
            before = text[max(match.start() - _BEFORE, 0) : match.start()]
            if form is _SPELT_OUT and _is_period(match[1], match[3]):
                continue
            if (
                form is _SPELT_OUT
                and (match[1] + match[3]).isascii()
                and not _OF_A_PERSON.search(before)
            ):
                continue
            if _CALLED_ONE.match(text, match.end()):
                before = f"주민 {before}"
            disguised = form is not _WHOLE or bool(_UNUSUAL.search(match[2]))
            if _is_somebodys(digits, before, bool(match[2]), disguised):
                kind = "resident" if digits[6] in "1234" else "foreigner"
                yield kind, match.start(), match.start() + len(match[0].rstrip()), match.start()
    for match in _BACK_ALONE.finditer(text):
        yield "resident", *match.span("back"), match.start("back")


def _six(born: str) -> str:
    """A birthday as YYMMDD: 1983년 4월 12일 becomes 830412."""
    if "년" not in born:
        return read_aloud(born)
    year, month, day = re.findall(r"\d+", born)
    return f"{year[-2:]}{month:0>2}{day:0>2}"


def _is_period(start: str, end: str) -> bool:
    """Whether both are days and `end` has but a particle more: 240101-251231이."""
    first, last = re.sub(r"\W", "", start), re.sub(r"\W", "", end)
    days = (first, last[:-1])
    return not last[-1].isdecimal() and all(
        day.isdecimal() and _birthday(f"{day}3") for day in days
    )


def _is_somebodys(digits: str, before: str, divided: bool, disguised: bool) -> bool:
    born = _birthday(digits)
    if (
        digits[6] not in "12345678"
        or born is None
        or born > clock.today()
        or _OF_A_COMPANY.search(before)
    ):
        return False
    if not digits.isdecimal():
        return divided and len(re.findall(r"\D", digits)) <= MOST_STARS
    if _sum_fits(digits) or _OF_A_PERSON.search(before):
        return True
    if _OF_A_THING.search(before) or (not disguised and _may_be_company(digits)):
        return False
    return disguised or divided or born >= WITHOUT_CHECK_SINCE


def _may_be_company(digits: str) -> bool:
    return bool(_OFFICE_AND_KIND.match(digits)) and not corporation_doubt(digits)


def _birthday(digits: str) -> date | None:
    century = 1900 if digits[6] in "1256" else 2000
    try:
        return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None


def _sum_fits(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    total = sum(n * weight for n, weight in zip(numbers, _WEIGHTS, strict=False))
    check = (11 - total % 11) % 10
    return numbers[12] == (check if digits[6] in "1234" else (check + 2) % 10)
