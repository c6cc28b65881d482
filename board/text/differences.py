"""Text diff: what changed between two texts, by line, word and Korean particle."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from board.text.matching import Matching, shared
from board.text.plain import text_of

SAME, CHANGED, GONE, NEW = "same", "changed", "del", "ins"
ALIKE = 0.5  # from here on two lines, or two words, are one that was changed
NEAR = 8  # how many places ahead the earlier form of a line is looked for
MOST_LOOKS = 40_000  # after so many, fewer places ahead: about a quarter of a second
CONTEXT = 1  # unchanged lines shown on either side of a change
SHORTEST_FOLD = 3  # lines

# What a reader sees of these is not words, but changing them changes what is said. The HTML is our
# own, so that it is enough to look for the one way in which we write them.
_PHOTO = re.compile(r'<img src="/photos/(\d+)"[^>]*>')
_PICTURE = re.compile(r'<img src="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)</a>')

_ENDS_IN_NUMBER = re.compile(r"\d[\d.,]*$")
_BEGINS_WITH_NUMBER = re.compile(r"^[\d.,]*\d")


@dataclass(frozen=True)
class DiffPiece:
    """Consecutive words that are unchanged ("same"), removed ("del") or added ("ins")."""

    mark: str
    text: str


@dataclass(frozen=True)
class Passage:
    """One line of the diff; `mark` is "changed" when some of its words were added or removed."""

    mark: str
    pieces: tuple[DiffPiece, ...]


def readable(html: str) -> str:
    """An article's HTML as lines to compare: table rows, "- " items, [[사진 12]], (addresses)."""
    html = _PHOTO.sub(r"<p>[[사진 \1]]</p>", html)
    html = _PICTURE.sub(r"<p>[[그림 \1]]</p>", html)
    return text_of(_LINK.sub(_with_address, html))


def between(before: str, after: str) -> list[Passage]:
    """Line-by-line diff of two texts, in reading order; well under a second for 200 KB."""
    matching, passages = Matching(), []
    old, new = before.splitlines(), after.splitlines()
    for same, start, end, where, to in matching.stretches(old, new):
        if same:
            passages += [Passage(SAME, (DiffPiece(SAME, line),)) for line in new[where:to]]
        else:
            pairs = _pairs(old[start:end], new[where:to], _likeness_of_lines)
            passages += [_passage(*pair, matching) for pair in pairs]
    return passages


def amount(passages: list[Passage]) -> tuple[int, int]:
    """(added, removed) letters of a diff; spaces and pictures do not count."""
    letters: Counter[str] = Counter()
    for passage in passages:
        if passage.pieces[0].text.startswith(("[[사진", "[[그림")):
            continue
        for piece in passage.pieces:
            letters[piece.mark] += len("".join(piece.text.split()))
    return letters[NEW], letters[GONE]


def folded(passages: list[Passage]) -> list[tuple[bool, list[Passage]]]:
    """(may be hidden, lines) groups: long unchanged stretches may be hidden."""
    near: set[int] = set()
    for place, passage in enumerate(passages):
        if passage.mark != SAME:
            near.update(range(place - CONTEXT, place + CONTEXT + 1))
    parts: list[tuple[bool, list[Passage]]] = []
    for hidden, places in groupby(range(len(passages)), lambda place: place not in near):
        lines = [passages[place] for place in places]
        hidden = hidden and len(lines) >= SHORTEST_FOLD
        if parts and not hidden and not parts[-1][0]:
            parts[-1][1].extend(lines)
        else:
            parts.append((hidden, lines))
    return parts


def _with_address(link: re.Match[str]) -> str:
    address, words = link.groups()
    return words if address == words else f"{words} ({address})"


def _passage(before: str | None, after: str | None, matching: Matching) -> Passage:
    if before is None or after is None:
        mark = NEW if before is None else GONE
        return Passage(mark, (DiffPiece(mark, after or before or ""),))
    return Passage(CHANGED, tuple(_merged(_pieces(before.split(), after.split(), matching))))


def _pieces(old: list[str], new: list[str], matching: Matching) -> Iterator[DiffPiece]:
    for same, start, end, where, to in matching.stretches(old, new):
        if same:
            yield from (DiffPiece(SAME, word + " ") for word in new[where:to])
            continue
        for before, after in _pairs(old[start:end], new[where:to], _likeness_of_words):
            yield from _word(before, after)


def _word(before: str | None, after: str | None) -> Iterator[DiffPiece]:
    if before is None or after is None:
        yield DiffPiece(NEW if before is None else GONE, f"{after or before} ")
        return
    head, tail = _kept(before, after)
    yield DiffPiece(SAME, before[:head])
    yield DiffPiece(GONE, before[head : len(before) - tail])
    yield DiffPiece(NEW, after[head : len(after) - tail])
    yield DiffPiece(SAME, after[len(after) - tail :] + " ")


def _kept(before: str, after: str) -> tuple[int, int]:
    """How many letters two forms of a word share at the start and end; numbers are never split."""
    head = shared(before, after)
    tail = shared(before[head:][::-1], after[head:][::-1])
    if number := _ENDS_IN_NUMBER.search(before[:head]):
        head = number.start()
    if tail and (number := _BEGINS_WITH_NUMBER.match(before[len(before) - tail :])):
        tail -= number.end()
    return head, tail


def _merged(pieces: Iterator[DiffPiece]) -> Iterator[DiffPiece]:
    """Adjacent pieces with the same mark joined; removed text stands before added text."""
    written = (piece for piece in pieces if piece.text)
    for _, run in groupby(written, lambda piece: piece.mark == SAME):
        texts: dict[str, list[str]] = {SAME: [], GONE: [], NEW: []}
        for piece in run:
            texts[piece.mark].append(piece.text)
        yield from (DiffPiece(mark, "".join(text)) for mark, text in texts.items() if text)


Likeness = Callable[[str, str], float]


def _pairs(
    old: list[str], new: list[str], likeness: Likeness
) -> Iterator[tuple[str | None, str | None]]:
    """Removed and added items in order, similar ones paired; None where one has no partner."""
    start, came = 0, []
    near = min(NEAR, MOST_LOOKS // max(len(new), 1))
    for after in new:
        ahead = range(start, min(start + near, len(old)))
        best, place = max(((likeness(old[at], after), -at) for at in ahead), default=(0, 0))
        if best < ALIKE:
            came.append(after)
            continue
        yield from ((before, None) for before in old[start:-place])
        yield from ((None, each) for each in came)
        yield old[-place], after
        start, came = 1 - place, []
    yield from ((before, None) for before in old[start:])
    yield from ((None, each) for each in came)


def _likeness_of_words(before: str, after: str) -> float:
    if 2 * min(len(before), len(after)) < max(len(before), len(after)):
        return 0
    head, tail = _kept(before, after)
    return (head + tail) / max(len(before), len(after))


def _likeness_of_lines(before: str, after: str) -> float:
    if 3 * min(len(before), len(after)) < max(len(before), len(after)):
        return 0  # never half alike; spares counting
    one, other = _twos(before), _twos(after)
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _twos(line: str) -> Counter:
    letters = "".join(line.split())
    return Counter(map("".join, pairwise(letters))) or Counter([letters])
