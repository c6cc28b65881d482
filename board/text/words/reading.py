"""Letter sequences: the letters of a text in a row, and the gaps between them.

A text has at most two sequences: as written, and loosened, in which digits and Latin letters
between syllables count as noise and stretched syllables are shortened.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from board.text.words.rewriting import COMPOSING, LOOSENING, Rule, rewritten, rewritten_placed
from board.text.words.signs import BREAK, NOISE, NOTHING

_SIGNS_BETWEEN = {BREAK, NOISE, NOTHING}
_BETWEEN = re.compile(f"[{''.join(_SIGNS_BETWEEN)}]+")


class LetterSequence:
    """`letters` in a row; positions are counted from 0."""

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
        """The characters between this letter and the one before; a BREAK at the text's ends."""
        start = self.spans[place - 1][1] if place else 0
        end = self.spans[place][0] if place < len(self.letters) else len(self.plain)
        is_end = place in (0, len(self.letters))
        return self.plain[start:end].replace(NOTHING, "") or (BREAK if is_end else "")

    def is_alone(self, place: int) -> bool:
        """Whether a letter has gaps on both sides."""
        return bool(self.gap(place) and self.gap(place + 1))

    def touching(self, place: int, most: int) -> str:
        """Up to `most` adjacent letters before a place, without gaps."""
        start = place
        while start and place - start < most and not self.gap(start):
            start -= 1
        return self.letters[start:place]

    def following(self, place: int, most: int) -> str:
        """The letters, at most so many, that stand from a place on and touch the one before each."""
        end = place
        while end < len(self.letters) and end - place < most and not self.gap(end):
            end += 1
        return self.letters[place:end]

    def word_before(self, place: int, most: int) -> str:
        """The end of the word before a gap, at most `most` + 1 letters."""
        return self.touching(place - 1, most) + self.letters[place - 1]

    def written_before(self, place: int, most: int) -> str:
        """The letters as they were typed among so many characters before the one at `place`."""
        start = self.spans[place][0]
        return _BETWEEN.sub("", self.plain[max(start - most, 0) : start])

    def written_after(self, place: int, most: int) -> str:
        """The letters as they were typed among so many characters from `place` on."""
        end = self.spans[place - 1][1]
        return _BETWEEN.sub("", self.plain[end : end + most])

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """(start, end) of each letter in the text, computed only when needed."""
        spans = [(at, at + 1) for at, sign in enumerate(self.plain) if sign not in _SIGNS_BETWEEN]
        return rewritten_placed(self.row, spans, self.rules)[1]
