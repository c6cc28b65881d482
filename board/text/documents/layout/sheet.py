"""Printed page: its lines in reading order, with tables and pictures at their height."""

from dataclasses import dataclass, field

from pdfplumber.page import Page

from board.text.documents.layout import columns, pictures, tables
from board.text.documents.layout.rows import LineFragment, once, rows
from board.text.documents.scratch import Scratch


@dataclass
class PlacedBlock:
    """A table or picture as HTML, with its position."""

    html: str
    top: float
    bottom: float


@dataclass
class PrintedPage:
    width: float
    height: float
    items: list[LineFragment | PlacedBlock] = field(default_factory=list)


def sheet(page: Page, scratch: Scratch) -> PrintedPage:
    """The content of one PDF page."""
    printed = once(page.chars)
    drawn = tables.of(page, printed)
    letters = [letter for letter in printed if not any(table.holds(letter) for table in drawn)]
    lines = columns.in_order(rows(letters), float(page.width))
    blocks = [PlacedBlock(table.html(), table.top, table.bottom) for table in drawn]
    for html, top, bottom in pictures.of(page, scratch):
        blocks.append(PlacedBlock(html, top, bottom))
    return PrintedPage(float(page.width), float(page.height), _woven(lines, blocks))


def _woven(
    lines: list[LineFragment], blocks: list[PlacedBlock]
) -> list[LineFragment | PlacedBlock]:
    """The lines with each block inserted before the first line that begins below it."""
    items: list[LineFragment | PlacedBlock] = list(lines)
    for block in sorted(blocks, key=lambda block: block.top, reverse=True):
        middle = (block.top + block.bottom) / 2
        place = next((n for n, item in enumerate(items) if item.top >= middle), len(items))
        items.insert(place, block)
    return items
