"""Outline lists: lines marked □ ○ - become headings and nested lists."""

import html
import re
from itertools import groupby

from board.text import marks
from board.text.extraction import boilerplate
from board.text.extraction.lines import SourceLine

SECTIONS = marks.SECTIONS
_LISTED = marks.SECTIONS + marks.ITEMS + marks.NOTES
_MARK = re.compile(rf"\s*([{re.escape(_LISTED)}]|o(?=\s)|ο(?=\s))\s*(?=\S)")
_LOOKALIKES = {
    **dict.fromkeys(marks.CIRCLES.replace("●", "") + "oο", "○"),
    **dict.fromkeys(marks.DASHES, "-"),
    **dict.fromkeys(marks.ARROWS, "→"),
}
_NEEDS_SPACE = marks.NEED_BLANK + "oο"


def mark_of(line: SourceLine) -> str:
    """The mark the line starts with, look-alikes unified; "" for none."""
    if line.is_block or "\t" in line.text:
        return ""
    found = _MARK.match(line.text)
    if not found or (found[1] in _NEEDS_SPACE and not re.match(r"\s*.\s", line.text)):
        return ""
    return _LOOKALIKES.get(found[1], found[1])


def without_mark(line: SourceLine) -> str:
    """The line's HTML without the mark."""
    found = _MARK.match(line.text)
    if not found:
        return line.html
    mark = re.match(r"((?:<[^>]*>|\s)*)" + re.escape(found[1]) + r"\s*", line.html)
    if not mark:
        return html.escape(line.text[found.end() :], quote=False)
    return re.sub(r"<(\w+)[^>]*></\1>", "", mark[1].strip() + line.html[mark.end() :])


def groups(lines: list[SourceLine]) -> list[list[SourceLine]]:
    """Runs of marked lines that belong together; every other line alone."""
    found: list[list[SourceLine]] = []
    for marked, part in groupby(lines, lambda line: bool(mark_of(line))):
        run = list(part)
        found += _sections(run) if marked else [[line] for line in run]
    return found


def is_heading(run: list[SourceLine]) -> bool:
    """Whether a lone line with a mark of the highest rank is short enough to be a heading."""
    text = run[0].text
    short = len(text) <= 40 and not boilerplate.ends_sentence(text)
    return mark_of(run[0]) in SECTIONS and short and not re.search(r"[:：]\s*\S", text)


def listed(run: list[SourceLine]) -> str:
    """The run as nested lists: a new mark goes one level deeper."""
    out: list[str] = []
    open_marks: list[str] = []
    for line in run:
        mark = mark_of(line)
        if mark in open_marks:
            while open_marks[-1] != mark:
                open_marks.pop()
                out.append("</li></ul>")
            out.append("</li><li>")
        else:
            open_marks.append(mark)
            out.append("<ul><li>")
        out.append(without_mark(line))
    return "".join(out) + "</li></ul>" * len(open_marks)


def _sections(run: list[SourceLine]) -> list[list[SourceLine]]:
    """Split a run: a □ with other marks under it stands alone; □ after □ is a list."""
    found: list[list[SourceLine]] = []
    for section, part in groupby(run, lambda line: mark_of(line) in SECTIONS):
        lines = list(part)
        alike = len({mark_of(line) for line in lines}) == 1
        if not section or (len(lines) > 1 and alike and not _any_tells(lines)):
            found.append(lines)
        else:
            found += [[line] for line in lines]
    return found


def _any_tells(lines: list[SourceLine]) -> bool:
    return any(boilerplate.is_sentence(line.text) for line in lines)
