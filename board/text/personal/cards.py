"""Card numbers: a first digit that card makers use, 13 to 16 digits, and Luhn's check digit; or
four groups of four that are called one, mistyped or not."""

import re
from collections.abc import Iterator

from board.text.personal.digits import GAP, only_digits

_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[-.])(?:\d{{4}}{GAP}{{0,3}}\d{{4}}{GAP}{{0,3}}\d{{4}}{GAP}{{0,3}}\d{{4}}"
    rf"|3\d{{3}}{GAP}{{0,3}}\d{{6}}{GAP}{{0,3}}\d{{4,5}}|4\d{{12}})(?![-.]?\d)"
)
_MAKERS = re.compile(r"4\d{12}|30\d{12}|3[68]\d{12}|3[47]\d{13}|(?:2[2-7]|35|[4569]\d)\d{14}")
_CALLED = re.compile(
    r"(?:카드\s?번호|(?:신용|체크|법인)\s?카드)[^\n\d]{0,8}\Z|카드[는가도]?\W{0,3}\Z"
)
_REACH = 20


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits."""
    for match in _NUMBER.finditer(text):
        digits = only_digits(match[0])
        is_called_one = _CALLED.search(text, max(match.start() - _REACH, 0), match.start())
        if is_called_one or (_MAKERS.fullmatch(digits) and _luhn(digits)):
            yield "card", match.start(), match.end(), match.start()


def _luhn(digits: str) -> bool:
    numbers = [int(digit) for digit in reversed(digits)]
    doubled = (sum(divmod(2 * number, 10)) for number in numbers[1::2])
    return (sum(numbers[::2]) + sum(doubled)) % 10 == 0
