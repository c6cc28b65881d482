"""Hard-wrap removal: lines broken for a mail or a page joined to paragraphs again."""

import re
from itertools import pairwise

from board.text import plain_markup
from board.text.extraction import boilerplate, outline
from board.text.extraction.lines import SourceLine

MOST_WRAPPED = 100  # characters; longer lines were never wrapped by a mail program
LEAST_WRAPPED = 20
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
