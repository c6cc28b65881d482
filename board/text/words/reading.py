"""The letters of a text in a row, and what stands between them.

A text has two readings at most: as it is written, and loosened, where digits and Latin letters
between syllables are noise and what was stretched is short again.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from board.text.words.rewriting import COMPOSING, LOOSENING, Rule, rewritten, rewritten_placed
from board.text.words.signs import BREAK, NOISE, NOTHING

_SIGNS_BETWEEN = {BREAK, NOISE, NOTHING}
_BETWEEN = re.compile(f"[{''.join(_SIGNS_BETWEEN)}]+")


class LetterSequence:
    """`letters` in a row; places in it are counted from 0."""

    def __init__(self, plain: str, row: str, rules: tuple[Rule, ...]) -> None:
        self.plain, self.row, self.rules = plain, row, rules
        self.letters = rewritten(row, rules)

    @classmethod
    def each_of(cls, plain: str) -> Iterator["LetterSequence"]:
        row = _BETWEEN.sub("", plain)
        written = cls(plain, row, COMPOSING)
        yield written
        loosened = cls(plain, row, LOOSENING)
        if loosened.letters != written.letters:
            yield loosened

    def gap(self, place: int) -> str:
        """What stands between this letter and the one before, the end of the text being a BREAK."""
        start = self.spans[place - 1][1] if place else 0
        end = self.spans[place][0] if place < len(self.letters) else len(self.plain)
        is_end = place in (0, len(self.letters))
        return self.plain[start:end].replace(NOTHING, "") or (BREAK if is_end else "")

    def is_alone(self, place: int) -> bool:
        """Whether a letter touches no other."""
        return bool(self.gap(place) and self.gap(place + 1))

    def touching(self, place: int, most: int) -> str:
        """The letters, at most so many, that stand before a place and touch the next each."""
        start = place
        while start and place - start < most and not self.gap(start):
            start -= 1
        return self.letters[start:place]

    def word_before(self, place: int, most: int) -> str:
        """The end, at most so many letters and one, of the word before a gap."""
        return self.touching(place - 1, most) + self.letters[place - 1]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each letter starts and ends in the text: worked out only when a word was met."""
        spans = [(at, at + 1) for at, sign in enumerate(self.plain) if sign not in _SIGNS_BETWEEN]
        return rewritten_placed(self.row, spans, self.rules)[1]
