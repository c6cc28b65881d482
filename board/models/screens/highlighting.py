"""Highlighting: the parts of a comment's text for which the screening held it."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from board.models.screening.wordlist import wordlist_in_force
from board.text.words import Wordlist

if TYPE_CHECKING:
    from board.models.comment.hold import Hold

Piece = tuple[str, bool]  # a part of a text, and whether it is highlighted
Span = tuple[int, int]


class Highlighter:
    """Highlights one comment after the other; asks for the wordlist once at most."""

    def pieces(self, text: str, hold: "Hold | None") -> list[Piece]:
        """The text in pieces: blocked words, however they were disguised, and the hosts and
        messenger names that the hold's flags tell."""
        found = {each["phase"]: each["what"] for each in hold.flags} if hold is not None else {}
        words = found.get("words", [])
        spans = [*_as_told(text, [*words, *found.get("links", [])])]
        if words:
            hits = self._wordlist.find(text)
            spans += [(hit.start, hit.end) for hit in hits if hit.word in words]
        return _cut(text, spans)

    @cached_property
    def _wordlist(self) -> Wordlist:
        return wordlist_in_force()


def _as_told(text: str, words: Iterable[str]) -> Iterator[Span]:
    """Where they stand letter by letter, also when they are no longer in the wordlist."""
    for word in words:
        yield from (each.span() for each in re.finditer(re.escape(word), text, re.IGNORECASE))


def _cut(text: str, spans: Iterable[Span]) -> list[Piece]:
    inside = bytearray(len(text))
    for start, end in spans:
        inside[start:end] = b"\1" * (end - start)
    runs = groupby(zip(text, inside, strict=True), key=lambda each: each[1])
    return [("".join(letter for letter, _ in run), bool(is_inside)) for is_inside, run in runs]
