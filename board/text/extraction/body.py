"""Article body: story lines as paragraphs, lists and tables."""

import html
import re
from dataclasses import dataclass
from itertools import groupby

from board.text import plain
from board.text.extraction import boilerplate, outline, wrapping
from board.text.extraction.cuts import Cuts
from board.text.extraction.lines import SourceLine

_END_MARK = re.compile(r"(?<=[.다요음임함])\s+[<(\[〈]?끝[>)\]〉]?\.?$")


@dataclass(frozen=True)
class StoryBlock:
    """A block of the article body: its text, and its HTML."""

    text: str
    html: str


def blocks(lines: list[SourceLine], cuts: Cuts) -> list[StoryBlock]:
    """The blocks of a pasted story, in order; every word of the lines is in one of them.

    Only the 끝 that officials put behind their last sentence is cut.
    """
    lines = wrapping.unwrapped(lines)
    if lines and not lines[-1].is_block:
        _cut_end_mark(lines[-1], cuts)
    made: list[StoryBlock] = []
    for tabbed, run in groupby(lines, lambda line: "\t" in line.text and not line.is_block):
        rows = list(run)
        if tabbed and len(rows) > 1:
            made.append(_table([line.text.split("\t") for line in rows]))
        else:
            made += [block for part in outline.groups(rows) for block in _grouped(part)]
    return made


def document_blocks(lines: list[SourceLine], cuts: Cuts, *, printed: bool) -> list[StoryBlock]:
    """The blocks of a document's story: as `blocks`, with pictures, headings and nested lists.

    `printed`: it is a PDF, in which a paragraph ends where the page does.
    """
    lines = wrapping.unwrapped(wrapping.over_pages(lines) if printed else lines)
    for line in lines:
        if not line.is_block:
            _cut_end_mark(line, cuts)
    made = [_grouped(run) for run in outline.groups([x for x in lines if x.text or x.is_block])]
    return [block for part in made for block in part]


def _grouped(run: list[SourceLine]) -> list[StoryBlock]:
    if len(run) > 1:
        html = outline.listed(run)
        return [StoryBlock(plain.text_of(html), html)]
    line = run[0]
    if outline.mark_of(line) in outline.SECTIONS and outline.mark_of(line):
        tag = "h2" if outline.is_heading(run) else "p"
        html = f"<{tag}>{outline.without_mark(line)}</{tag}>"
        return [StoryBlock(plain.text_of(html), html)]
    if line.tag == "p" and _is_bold_heading(line):
        return [StoryBlock(line.text, f"<h3>{line.html[8:-9]}</h3>")]
    return [_single(line)]


def _is_bold_heading(line: SourceLine) -> bool:
    """Whether a short line is bold from end to end: word processors are used like that."""
    bold = re.fullmatch(r"<strong>(?:(?!</?strong>).)*</strong>", line.html)
    return bold is not None and len(line.text) <= 40 and not boilerplate.ends_sentence(line.text)


def _cut_end_mark(line: SourceLine, cuts: Cuts) -> None:
    end = _END_MARK.search(line.text)
    if end and line.html.endswith(end[0]):
        cuts.add("end-mark", end[0], line.place)
        line.text = line.text[: end.start()]
        line.html = line.html.removesuffix(end[0])


def _single(line: SourceLine) -> StoryBlock:
    if line.is_block:
        return StoryBlock(line.text, line.html)
    text = " ".join(line.text.split())
    tag = line.tag if line.tag in ("h2", "h3", "h4") else "p"
    return StoryBlock(text, f"<{tag}>{line.html}</{tag}>")


def _table(rows: list[list[str]]) -> StoryBlock:
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    head, *others = rows
    if not others or not all(head) or any(re.fullmatch(r"[\d,.%~\-\s]+", cell) for cell in head):
        head, others = [], rows
    written = "<table>"
    if head:
        written += f"<thead>{_row(head, 'th')}</thead>"
    written += "<tbody>" + "".join(_row(row, "td") for row in others) + "</tbody></table>"
    return StoryBlock(plain.text_of(written), written)


def _row(cells: list[str], tag: str) -> str:
    return (
        "<tr>" + "".join(f"<{tag}>{html.escape(c, quote=False)}</{tag}>" for c in cells) + "</tr>"
    )
