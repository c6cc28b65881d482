"""Marked subtitles: lines with one and the same mark (◦ ▲ ○ …) between title and story."""

import re

from board.text.extraction import meta, outline
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED

MOST_SUBTITLES = 5

_TOPIC = re.compile(r"(?:개요|내용|계획|현황|배경|일정|문의|방법|안내|취지|목적)\s*[>〉\])]?$")


def run(lines: list[SourceLine], start: int, story: int) -> set[int]:
    """Indexes of the marked lines that stand between title and story; empty when they are none.

    A mark of the highest rank above lines with another mark is a heading of the story instead.
    """
    found: list[int] = []
    first = ""
    for i in range(start, len(lines)):
        line, mark = lines[i], outline.mark_of(lines[i])
        if line.kind is not None or line.tag == "figure" or (not mark and meta.find([line])):
            continue
        first = first or mark
        if i >= story or (found and mark != first and mark in outline.SECTIONS and mark):
            heads = i >= story and first in outline.SECTIONS and mark not in ("", first)
            return set() if heads or len(found) > MOST_SUBTITLES else set(found)
        if mark != first or not mark or LABELLED.match(line.text) or _TOPIC.search(line.text):
            return set()
        found.append(i)
    return set()
