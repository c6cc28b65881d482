"""Resident and foreigner registration numbers: a birthday, a century-and-sex digit, six more.

Numbers issued since October 2020 have no check digit, so a valid birthday must do. Company numbers
look alike and are public; their own check digit and the words before them tell them apart.
"""

import re
from collections.abc import Iterator
from datetime import date

from board import clock
from board.text.personal.digits import GAP, NOT_COUNTED
from board.text.registration import corporation_doubt

WITHOUT_CHECK_SINCE = date(2020, 10, 1)
_NUMBER = re.compile(rf"(?<!\d)(?<!\d\.)(\d{{6}})({GAP}{{0,3}})([1-8]\d{{6}}){NOT_COUNTED}")
_OF_A_COMPANY = re.compile(r"법인|등기")
_OF_A_THING = re.compile(r"(?:접수|주문|문서|운송장|송장|일련|관리|공고|계약|고객|예약)\s?번호")
_BEFORE = 14  # letters in which a word says what the number is
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits."""
    for match in _NUMBER.finditer(text):
        digits = match[1] + match[3]
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        if _is_somebodys(digits, before, bool(match[2])):
            kind = "resident" if digits[6] in "1234" else "foreigner"
            yield kind, match.start(), match.end(), match.start()


def _is_somebodys(digits: str, before: str, divided: bool) -> bool:
    born = _birthday(digits)
    if born is None or born > clock.today() or _OF_A_COMPANY.search(before):
        return False
    if _sum_fits(digits):
        return True
    if corporation_doubt(digits) is None or _OF_A_THING.search(before):
        return False
    return divided or born >= WITHOUT_CHECK_SINCE


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
