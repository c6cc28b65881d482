"""Sequence matching: the longest common parts of two sequences, in order, in bounded time.

`difflib` gives the best results where it is affordable; its time grows with the square and more.
Where it would take too long, items that occur exactly once on both sides are used as anchors.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

MOST_STEPS = 2_000_000  # about a third of a second


class Matching:
    """Compares many pairs of sequences within one shared budget of steps."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.steps = steps

    def stretches(self, old: Sequence, new: Sequence) -> Iterator[tuple[bool, int, int, int, int]]:
        """(same, old from, old to, new from, new to), covering both sequences in order."""
        at, there = 0, 0
        for start, where, length in _joined(self._pairs(old, new, True)):
            if (at, there) != (start, where):
                yield False, at, start, there, where
            at, there = start + length, where + length
            yield True, start, at, where, there
        if (at, there) != (len(old), len(new)):
            yield False, at, len(old), there, len(new)

    def _pairs(self, old: Sequence, new: Sequence, may_split: bool) -> Iterator[tuple[int, int]]:
        """Index pairs of equal items, ascending on both sides."""
        head = shared(old, new)
        tail = shared(old[head:][::-1], new[head:][::-1])
        yield from ((place, place) for place in range(head))
        old_end, new_end = len(old) - tail, len(new) - tail
        for place, there in self._between(old[head:old_end], new[head:new_end], may_split):
            yield head + place, head + there
        yield from ((old_end + place, new_end + place) for place in range(tail))

    def _between(self, old: Sequence, new: Sequence, may_split: bool) -> Iterator[tuple[int, int]]:
        cost = _cost(old, new)
        if cost <= self.steps:
            self.steps -= cost
            for place, there, length in SequenceMatcher(
                None, old, new, autojunk=False
            ).get_matching_blocks():
                yield from zip(
                    range(place, place + length), range(there, there + length), strict=True
                )
        elif may_split:
            yield from self._split(old, new)

    def _split(self, old: Sequence, new: Sequence) -> Iterator[tuple[int, int]]:
        start, where = 0, 0
        for place, there in [*_anchors(old, new), (len(old), len(new))]:
            for inner, other in self._pairs(old[start:place], new[where:there], False):
                yield start + inner, where + other
            if place < len(old):
                yield place, there
            start, where = place + 1, there + 1


def shared(old: Sequence, new: Sequence) -> int:
    """Length of the common prefix."""
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        length += 1
    return length


def _cost(old: Sequence, new: Sequence) -> int:
    """An upper bound of the steps difflib will take."""
    often = Counter(new)
    equal = sum(often[item] for item in old)
    return (equal + len(old) + len(new)) * min(len(old), len(new))


def _anchors(old: Sequence, new: Sequence) -> list[tuple[int, int]]:
    """The longest increasing subsequence of items that occur once on both sides."""
    once_old, once_new = _once(old), _once(new)
    ends: list[int] = []  # the least place in `new` at which a row of this length may end
    links: list[tuple[int, int, Any]] = []  # (place, place in `new`, the link before it)
    for item, place in once_old.items():
        if item in once_new:
            there = once_new[item]
            length = bisect(ends, there)
            link = (place, there, links[length - 1] if length else None)
            ends[length : length + 1] = [there]
            links[length : length + 1] = [link]
    row: list[tuple[int, int]] = []
    last = links[-1] if links else None
    while last:
        row.append(last[:2])
        last = last[2]
    return row[::-1]


def _once(items: Sequence) -> dict:
    often = Counter(items)
    return {item: place for place, item in enumerate(items) if often[item] == 1}


def _joined(pairs: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Adjacent pairs joined to (old from, new from, length)."""
    run: tuple[int, int, int] | None = None
    for place, there in pairs:
        if run and (place, there) == (run[0] + run[2], run[1] + run[2]):
            run = (run[0], run[1], run[2] + 1)
            continue
        if run:
            yield run
        run = (place, there, 1)
    if run:
        yield run
