"""Numbers that belong to a person: found as people type them, and blackened for good.

Offices' short numbers (119, 1588-…), dates, prices and other figures are nobody's.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from board.text.personal import accounts, cards, phones, residents
from board.text.personal.digits import plain_digits

KINDS = {
    "resident": "주민등록번호",
    "foreigner": "외국인등록번호",
    "phone": "전화번호",
    "account": "계좌번호",
    "card": "카드번호",
}
BLACK = "●"
_INK = re.compile(r"[^\W_]")


class Found(NamedTuple):
    """`text[start:end]` is a number of this kind of `KINDS`; up to `after` it tells nothing."""

    kind: str
    start: int
    end: int
    after: int

    @property
    def name(self) -> str:
        return KINDS[self.kind]


def find(text: str) -> list[Found]:
    """Every personal number in the text, from first to last; none overlap, the longest win."""
    found: list[Found] = []
    for each in sorted(_all(text), key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def masked(text: str) -> str:
    """The text with ● for every digit of a personal number; of a phone its area code stays.

    As long as before, and nothing leads back.
    """
    while found := find(text):
        for each in found:
            black = _INK.sub(BLACK, text[each.after : each.end])
            text = text[: each.after] + black + text[each.end :]
    return text


def _all(text: str) -> Iterator[Found]:
    plain = plain_digits(text)
    for kind, start, end, after in (
        *residents.find(plain),
        *cards.find(plain),
        *phones.find(plain),
        *accounts.find(plain),
    ):
        yield Found(kind, start, end, after)
