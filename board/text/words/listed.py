"""Wordlist entry: a word or phrase as listed."""

from dataclasses import dataclass, replace

from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK, plain

SHORTEST_WORD, LONGEST_WORD = 2, 30  # letters


@dataclass(frozen=True)
class Listed:
    """`word` as it was written, its `letters`, and before which of them it has a space."""

    word: str
    letters: str
    spaces: frozenset[int]

    @classmethod
    def of(cls, word: str) -> "Listed":
        reading = next(LetterSequence.each_of(plain(word)))
        places = range(1, len(reading.letters))
        spaces = frozenset(place for place in places if BREAK in reading.gap(place))
        return cls(word, reading.letters, spaces)

    def joined(self, earlier: "Listed | None") -> "Listed":
        """Merge two entries with the same letters: the earlier word, with the spaces of both."""
        return replace(earlier, spaces=earlier.spaces | self.spaces) if earlier else self

    @property
    def is_usable(self) -> bool:
        return SHORTEST_WORD <= len(self.letters) <= LONGEST_WORD


def key_of(word: str) -> str:
    """The letters by which a word is found; entries with equal keys are duplicates."""
    return Listed.of(word).letters
