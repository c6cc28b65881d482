"""Masking of personal numbers, detected as people type them.

Short numbers of offices (119, 1588-…), dates, prices and other figures are not personal.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from board.text.personal import accounts, cards, papers, phones, residents, whereabouts
from board.text.personal.digits import plain_digits

KINDS = {
    "resident": "주민등록번호",
    "foreigner": "외국인등록번호",
    "phone": "전화번호",
    "account": "계좌번호",
    "card": "카드번호",
    "passport": "여권번호",
    "licence": "운전면허번호",
    "plate": "차량번호",
    "home": "집 주소",
    "mail": "메일 주소",
    "pupil": "학생의 반과 번호",
    "handle": "개인 계정",
}
# Identification numbers: the Personal Information Protection Act (art. 24, 24-2) lets nobody keep
# them. Card numbers have no business in a comment either.
NEVER_KEPT = ("resident", "foreigner", "passport", "licence", "card")
BLACK = "●"
_INK = re.compile(r"[^\W_]")


class Found(NamedTuple):
    """`text[start:end]` is a number of this kind of `KINDS`; up to `after` it may stay visible."""

    kind: str
    start: int
    end: int
    after: int

    @property
    def name(self) -> str:
        return KINDS[self.kind]


def find(text: str) -> list[Found]:
    """Every personal number, in order, without overlaps; the longest match wins.

    What may be read (an office's telephone, a mail address of nobody in particular) wins over what
    else its digits could be.
    """
    found: list[Found] = []
    for each in sorted(_all(text), key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return sorted((each for each in found if each.kind in KINDS), key=lambda each: each.start)


def masked(text: str, kinds: Collection[str] = KINDS) -> str:
    """The text with ● for every digit of a personal number of these kinds; a phone's area code
    stays.

    Same length as before; cannot be reversed.
    """
    while found := [each for each in find(text) if each.kind in kinds]:
        for each in found:
            black = _INK.sub(BLACK, text[each.after : each.end])
            text = text[: each.after] + black + text[each.end :]
    return text


def _all(text: str) -> Iterator[Found]:
    plain = plain_digits(text)
    for kind, start, end, after in (
        *residents.find(plain),
        *cards.find(plain),
        *papers.find(plain),
        *phones.find(plain),
        *whereabouts.find(plain),
        *accounts.find(plain),
    ):
        yield Found(kind, start, end, after)
