"""Wordlist matcher, compiled once and used often."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import add

from board.text.words import evidence
from board.text.words.listed import Listed
from board.text.words.reading import LetterSequence
from board.text.words.signs import plain

Counts = Callable[[LetterSequence, int, int, Listed], bool]


Piece = tuple[str, "Hit | None"]


@dataclass(frozen=True, order=True)
class Hit:
    """A match: a listed word and its span in the text; `shield` is the phrase that allows it."""

    start: int
    end: int
    word: str
    shield: str = ""


class Wordlist:
    """Blocked and allowed words of two letters or more; shorter ones are ignored. An `allowed`
    phrase protects its letters from every blocked word but one that covers it and goes beyond it.
    """

    def __init__(
        self, blocked: Iterable[str | Listed], allowed: Iterable[str | Listed] = ()
    ) -> None:
        self._blocked = _by_letters(blocked)
        self._allowed = _by_letters(allowed)
        self._lengths = _lengths_by_head([*self._blocked, *self._allowed])
        self._single = [word for word in self._blocked if len(word) == 1]

    def find(self, text: str) -> list[Hit]:
        """Matches of blocked words, from left to right, the longest where several overlap."""
        return _apart(hit for hit in self._met(text) if not hit.shield)

    def explain(self, text: str) -> list[Hit]:
        """Like `find`, including matches that an allowed phrase protects."""
        return _apart(self._met(text))

    def _met(self, text: str) -> list[Hit]:
        read = [
            (reading, list(self._spelt(reading.letters)))
            for reading in LetterSequence.each_of(plain(text))
        ]
        hits = [hit for each in read for hit in _hits(*each, self._blocked, evidence.counts)]
        if not hits:
            return []
        shields = defaultdict(list)  # by each place they cover
        for each in read:
            for shield in _hits(*each, self._allowed, evidence.shields):
                for place in range(shield.start, shield.end):
                    shields[place].append(shield)
        return [_shielded(hit, shields) for hit in hits]

    def _spelt(self, letters: str) -> Iterator[tuple[int, int]]:
        """Spans whose letters spell a listed word. The first two letters rule out nearly every
        place;
        otherwise each length of a word with that beginning is looked up."""
        lengths = self._lengths
        for start, head in enumerate(map(add, letters, letters[1:])):
            if head in lengths:
                for length in lengths[head]:
                    word = letters[start : start + length]
                    if word in self._blocked or word in self._allowed:
                        yield start, start + len(word)
        for letter in self._single:
            yield from ((found.start(), found.end()) for found in re.finditer(letter, letters))


def _hits(
    reading: LetterSequence, met: list[tuple[int, int]], known: dict[str, Listed], counts: Counts
) -> Iterator[Hit]:
    for start, end in met:
        listed = known.get(reading.letters[start:end])
        if listed and counts(reading, start, end, listed):
            yield Hit(reading.spans[start][0], reading.spans[end - 1][1], listed.word)


def _by_letters(words: Iterable[str | Listed]) -> dict[str, Listed]:
    known: dict[str, Listed] = {}
    for word in words:
        listed = Listed.of(word) if isinstance(word, str) else word
        if listed.is_usable:
            known[listed.letters] = listed.joined(known.get(listed.letters))
    return known


def _lengths_by_head(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths = defaultdict(set)
    for word in words:
        lengths[word[:2]].add(len(word))
    return {head: tuple(sorted(each, reverse=True)) for head, each in lengths.items()}


def _shielded(hit: Hit, shields: dict[int, list[Hit]]) -> Hit:
    for place in range(hit.start, hit.end):
        for shield in shields.get(place, ()):
            beyond = hit.start <= shield.start and shield.end <= hit.end
            if not beyond or (hit.start, hit.end) == (shield.start, shield.end):
                return replace(hit, shield=shield.word)
    return hit


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Overlaps resolved: unprotected matches first, then the first, then the longest."""
    apart: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.shield != "", hit.start, -hit.end)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            apart.append(hit)
    return sorted(apart)


def pieces_of(text: str, hits: Iterable[Hit]) -> list[Piece]:
    """The text split at `hits` (as `find` gives them), each piece with its hit or None."""
    pieces: list[Piece] = []
    at = 0
    for hit in hits:
        pieces += [(text[at : hit.start], None), (text[hit.start : hit.end], hit)]
        at = hit.end
    return [piece for piece in [*pieces, (text[at:], None)] if piece[0]]
