"""Table grid: cells with their row and column, spans resolved."""

import re
from dataclasses import dataclass

from board.text import markup, plain

_SKELETON = re.compile(r"<(/?)(table|caption|thead|tbody|tr|th|td)\b([^>]*)>")


@dataclass
class Cell:
    """A table cell: inner HTML, text, row and column (from 0), rowspan and colspan."""

    html: str
    text: str
    row: int
    column: int
    width: int
    height: int

    @property
    def is_empty(self) -> bool:
        return not self.text and "<img" not in self.html


def cells(table: str) -> list[Cell]:
    """The cells of the outermost table in reading order; nested tables stay inside their cells."""
    found: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    row = -1
    column = 0
    for name, given, inner in _parts(table):
        if name == "tr":
            row, column = row + 1, 0
            continue
        while (row, column) in taken:
            column += 1
        width, height = _span(given, "colspan"), _span(given, "rowspan")
        taken.update((row + y, column + x) for y in range(height) for x in range(width))
        found.append(Cell(inner, plain.text_of(inner), row, column, width, height))
        column += width
    return found


def caption_of(table: str) -> str:
    """The text of the table's <caption>."""
    found = re.match(r"<table>\s*<caption>(.*?)</caption>", table, re.DOTALL)
    return plain.text_of(found[1]) if found else ""


def width_of(found: list[Cell]) -> int:
    """The number of columns."""
    return max((cell.column + cell.width for cell in found), default=0)


def rows(found: list[Cell]) -> list[list[Cell]]:
    """The non-empty cells, grouped by the row in which they begin."""
    by_row: dict[int, list[Cell]] = {}
    for cell in found:
        if not cell.is_empty:
            by_row.setdefault(cell.row, []).append(cell)
    return list(by_row.values())


def _parts(table: str) -> list[tuple[str, str, str]]:
    """("tr", …) where a row begins and ("td", attributes, inner HTML) for each cell."""
    found = []
    depth = 0
    opened: tuple[str, int] | None = None
    for match in _SKELETON.finditer(table):
        closing, name = match[1], match[2]
        if name == "table":
            depth += -1 if closing else 1
        elif depth == 1 and name == "tr" and not closing:
            found.append(("tr", "", ""))
        elif depth == 1 and name in ("td", "th") and not closing:
            opened = (match[3], match.end())
        elif depth == 1 and name in ("td", "th") and opened:
            found.append(("td", opened[0], table[opened[1] : match.start()]))
            opened = None
    return found


def _span(given: str, name: str) -> int:
    return int(markup.attributes(given).get(name, "1"))
