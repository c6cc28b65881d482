"""Document lines: paragraphs, pictures and data tables; layout tables are taken apart."""

import html
import re
from collections.abc import Iterable, Iterator

from board.text import markup, plain, shaping
from board.text.extraction import boilerplate, grid, lines, tables
from board.text.extraction.grid import Cell
from board.text.extraction.lines import MOST_TAGS, SourceLine

MOST_LAYERS = 8  # tables in tables; deeper ones stay as they are
_KEPT = ("src", "alt", "width", "height")
_IMAGE = re.compile(r"<img\b[^>]*>")


def read(source: str, *, printed: bool = False) -> list[SourceLine]:
    """The lines in reading order, numbered; OverflowError when there are too many.

    In a `printed` document, a PDF, pages cut tables in two.
    """
    shaped = _shaped(plain.without_hidden(source))
    found = list(_Sheet(len(plain.text_of(shaped))).lines(shaped, 0, MOST_LAYERS))
    found = _whole_tables(found) if printed else found
    for place, line in enumerate(found):
        line.place = place
    return found


def _whole_tables(found: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines, with tables that a page break cut in two joined again."""
    out: list[SourceLine] = []
    for line in found:
        before = out[-1] if out else None
        if line.tag == "table" and before and before.tag == "table" and _goes_on(before, line):
            inner = line.html.removeprefix("<table><tbody>")
            before.html = before.html.removesuffix("</tbody></table>") + inner
            before.text += f"\n{line.text}"
        else:
            out.append(line)
    return out


def _goes_on(before: SourceLine, line: SourceLine) -> bool:
    """Whether this table continues the one before: same columns, no new header row."""
    above, below = grid.cells(before.html), grid.cells(line.html)
    plain_bodies = before.html.endswith("</td></tr></tbody></table>") and "<th" not in line.html
    alike = grid.width_of(above) == grid.width_of(below) > 1
    heads = [[cell.text for cell in cells if cell.row == 0] for cells in (above, below)]
    return plain_bodies and alike and heads[0] != heads[1] and not grid.caption_of(line.html)


class _Sheet:
    """Splits HTML into lines and numbers the boxes, so that lines of one cell can be matched."""

    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.boxes = self.frames = 0
        self.told = False  # whether a sentence has been read: no title stands below one

    def lines(self, shaped: str, box: int, layers: int) -> Iterator[SourceLine]:
        for tag, block in lines.blocks(shaped, 0):
            if tag == "table" and layers:
                yield from self._table(block, box, layers - 1)
            else:
                found = _boxed(_of_block(tag, block), box)
                self.told = self.told or any(boilerplate.is_sentence(line.text) for line in found)
                yield from found

    def _table(self, block: str, box: int, layers: int) -> Iterator[SourceLine]:
        cells = grid.cells(block)
        kind = tables.kind_of(cells, self.letters, self.told)
        if kind == "letterhead":
            for line in self._letterhead(cells, layers):
                line.framed = True
                yield line
        elif kind == "contact":
            for row in grid.rows(cells):
                yield _line(" | ".join(_in_one_line(cell.text) for cell in row), "contact")
        elif kind == "photos":
            yield from _photos(cells)
        elif kind == "layout":
            self.frames += 1
            frame = self.frames
            for cell in cells:
                self.boxes += 1
                for line in self.lines(_shaped(cell.html), self.boxes, layers):
                    line.frame = frame
                    yield line
        else:
            yield from _boxed(_of_block("table", block), box)

    def _letterhead(self, cells: list[Cell], layers: int) -> Iterator[SourceLine]:
        for row in grid.rows(cells):
            for label, values in tables.labelled(row):
                self.boxes += 1
                if label and tables.is_title_label(label):
                    first, *others = self.lines(_shaped(values[0].html), self.boxes, layers)
                    first.text, first.html = f"{label} | {first.text}", f"{label} | {first.html}"
                    yield from (first, *others)
                elif label or tables.names_release(row):
                    words = [_in_one_line(cell.text) for cell in values]
                    text = " ".join(filter(None, words))
                    text = f"{label} | {text}" if label else text
                    yield from _boxed(_logos(values), self.boxes)
                    yield from _boxed([_line(text)] if text else [], self.boxes)
                else:
                    for cell in values:
                        yield from self._letterhead_cell(cell, layers)

    def _letterhead_cell(self, cell: Cell, layers: int) -> Iterator[SourceLine]:
        self.boxes += 1
        if tables.is_body_label(" ".join(cell.text.split())):
            yield _line(" ".join(cell.text.split()), "label")
            return
        told = tables.hints(cell)
        for line in self.lines(_shaped(cell.html), self.boxes, layers):
            if line.tag == "figure" and not told:
                line.kind = "logo"
            yield line


def _shaped(inner: str) -> str:
    return shaping.shaped(inner, MOST_TAGS, ("picture",), headed_cells=True)


def _in_one_line(text: str) -> str:
    """The text of a cell; a telephone number broken by a narrow cell is joined."""
    return re.sub(r"(\d-) (?=\d)", r"\1", " ".join(text.split()))


def _line(text: str, kind: str | None = None) -> SourceLine:
    return SourceLine(text, html.escape(text, quote=False), 1, "p", kind=kind)


def _boxed(found: list[SourceLine], box: int) -> list[SourceLine]:
    for line in found:
        line.box = box
    return found


def _of_block(tag: str, block: str) -> list[SourceLine]:
    """The lines of one block; each picture in it is a line of its own, in place."""
    if "<img" not in block:
        return lines.lines_of_block(tag, block)
    if tag == "figure":
        images = _IMAGE.findall(block)
        caption = plain.text_of(_IMAGE.sub("", block))
        return [*(figure(image) for image in images[:-1]), figure(images[-1], caption)]
    if tag in ("table", "ul", "ol", "blockquote"):
        found = lines.lines_of_block(tag, _IMAGE.sub("", block))
        return [*found, *(figure(image) for image in _IMAGE.findall(block))]
    found = []
    inner = re.sub(r"^<[^>]*>|</[^>]*>$", "", block)
    for part in re.split(r"(<img\b[^>]*>)", inner):
        if part.startswith("<img"):
            found.append(figure(part))
        else:
            found += lines.lines_of_block(tag, _shaped(f"<{tag}>{part}</{tag}>"))
    return found


def figure(image: str, caption: str = "") -> SourceLine:
    """A picture as a line, with the caption found beside it."""
    given = {"alt": ""} | markup.attributes(image[4:-1])
    kept = (f'{name}="{html.escape(given[name])}"' for name in _KEPT if name in given)
    written = f"<figure><img {' '.join(kept)}>"
    if caption:
        written += f"<figcaption>{html.escape(caption, quote=False)}</figcaption>"
    return SourceLine(caption, written + "</figure>", 1, "figure")


def captioned(line: SourceLine, caption: str) -> None:
    """Append a caption to a picture's line."""
    image = _IMAGE.search(line.html)
    whole = f"{line.text} {caption}".strip()
    made = figure(image[0] if image else "", whole)
    line.text, line.html = made.text, made.html


def _logos(values: list[Cell]) -> list[SourceLine]:
    found = [figure(image) for cell in values for image in _IMAGE.findall(cell.html)]
    for line in found:
        line.kind = "logo"
    return found


def _photos(cells: list[Cell]) -> Iterator[SourceLine]:
    for cell, caption in tables.with_captions(cells):
        images = _IMAGE.findall(cell.html)
        if not images:
            yield _line(caption)
            continue
        yield from (figure(image) for image in images[:-1])
        yield figure(images[-1], caption)
