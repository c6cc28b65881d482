"""Hard-wrap removal: lines broken for a mail or a page joined to paragraphs again."""

import re
from itertools import pairwise

from board.text import plain_markup
from board.text.extraction import boilerplate, offices, outline, titles
from board.text.extraction.lines import SourceLine

MOST_WRAPPED = 100  # characters; longer lines were never wrapped by a mail program
LEAST_WRAPPED = 20
LEAST_BROKEN = 25
LEAST_CUT = 50  # of a paragraph that a page's end cut in two
_ENDED = re.compile(r"[.!?:)\]”’\"'」』]$|[가-힣]다$")


def unwrapped(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with those that a mail program broke joined again."""
    if not _was_wrapped(lines):
        return lines
    joined: list[SourceLine] = []
    for line in lines:
        if joined and _continues(joined[-1], line):
            joined[-1].text += " " + line.text
            joined[-1].html += " " + line.html
        else:
            joined.append(line)
    return joined


def over_pages(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with paragraphs cut in mid-sentence by a page break joined again."""
    joined: list[SourceLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _breaks_off(before) and line.tag == "p" and not outline.mark_of(line):
            before.text += " " + line.text
            before.html += " " + line.html
        else:
            joined.append(line)
    return joined


def by_hand(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with paragraphs that somebody broke at the page's right edge joined again.

    A title in a frame that was anchored within such a paragraph goes before it.
    """
    joined: list[SourceLine] = []
    for line in _before_paragraphs(lines):
        before = joined[-1] if joined else None
        if before and _was_broken(before, line):
            before.text += " " + line.text
            before.html += " " + line.html
        else:
            joined.append(line)
    return joined


def _before_paragraphs(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with frames that split a sentence moved before its paragraph."""
    out = list(lines)
    for i, line in enumerate(lines):
        if not line.frame or lines[i - 1].frame or not i:
            continue
        end = i
        while end < len(lines) and lines[end].frame == line.frame:
            end += 1
        if end < len(lines) and _was_broken(lines[i - 1], lines[end]):
            start = i - 1
            while start and _was_broken(lines[start - 1], lines[start]):
                start -= 1
            out[start:end] = [*lines[i:end], *lines[start:i]]
    return out


def _was_broken(line: SourceLine, following: SourceLine) -> bool:
    """Whether a plain line ends in mid-sentence, where the next plain line goes on."""
    alike = line.tag == following.tag == "p" and line.box == following.box
    named = line.kind or following.kind or outline.mark_of(line) or outline.mark_of(following)
    begins = offices.GIVER.search(following.text) or offices.BEGUN.match(following.text)
    open_ended = titles.is_open_ended(line.text) or offices.GIVER.search(line.text)
    long_enough = len(line.text) >= LEAST_BROKEN and not _ENDED.search(line.text)
    return bool(alike and not named and not begins and long_enough and open_ended)


def _breaks_off(line: SourceLine) -> bool:
    return line.tag == "p" and len(line.text) >= LEAST_CUT and _ENDED.search(line.text) is None


def _was_wrapped(lines: list[SourceLine]) -> bool:
    """Whether lines repeatedly end in mid-sentence where the next begins."""
    pairs = [(a, b) for a, b in pairwise(lines) if _continues(a, b)]
    broken = [a for a, _ in pairs if not boilerplate.ends_sentence(a.text)]
    long_enough = [a for a in broken if len(a.text) >= LEAST_WRAPPED]
    widest = max((len(a.text) for a, _ in pairs), default=0)
    return len(long_enough) >= 2 and 2 * len(long_enough) >= len(pairs) and widest <= MOST_WRAPPED


def _continues(line: SourceLine, following: SourceLine) -> bool:
    return (
        following.gap == 0
        and not line.tag
        and not following.tag
        and "\t" not in line.text + following.text
        and plain_markup.mark_of(following.text) is None
    )
