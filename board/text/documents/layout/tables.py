"""Ruled tables in a PDF: cells, their spans, and the text in them."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

from board.text.documents import writing
from board.text.documents.layout import rules
from board.text.documents.layout.rows import rows

MOST_RULES = 3_000  # a drawing has more; looking for tables in it would take minutes
Box = tuple[float, float, float, float]


@dataclass
class Table:
    box: Box
    cells: list[Box]
    letters: list[dict[str, Any]]

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def bottom(self) -> float:
        return self.box[3]

    def holds(self, letter: dict[str, Any]) -> bool:
        return _within(letter, self.box)

    def html(self) -> str:
        """The table as HTML, merged cells with their spans."""
        across = _edges([edge for cell in self.cells for edge in (cell[0], cell[2])])
        down = _edges([edge for cell in self.cells for edge in (cell[1], cell[3])])
        out: list[list[str]] = [[] for _ in down]
        for cell in sorted(self.cells, key=lambda cell: (round(cell[1]), cell[0])):
            left, right = _at(across, cell[0]), _at(across, cell[2])
            top, bottom = _at(down, cell[1]), _at(down, cell[3])
            spans = _span("colspan", right - left) + _span("rowspan", bottom - top)
            out[top].append(f"<td{spans}>{self._words(cell)}</td>")
        inside = "".join(f"<tr>{''.join(row)}</tr>" for row in out if row)
        return f"<table><tbody>{inside}</tbody></table>"

    def _words(self, cell: Box) -> str:
        lines = rows([letter for letter in self.letters if _within(letter, cell)])
        words = (" ".join(row.text for row in line) for line in lines)
        return "<br>".join(writing.text(line) for line in words)


def of(page: Page, letters: list[dict[str, Any]]) -> list[Table]:
    """The tables of a page with these letters. A single ruled box does not count as one."""
    if not 4 <= len(page.edges) <= MOST_RULES:
        return []
    settings = {"explicit_vertical_lines": rules.missing_sides(page.edges)}
    found = [
        Table(table.bbox, table.cells, [each for each in letters if _within(each, table.bbox)])
        for table in page.find_tables(settings)
        if len(table.cells) > 1
    ]
    return [table for table in found if table.letters]


def _within(letter: dict[str, Any], box: Box) -> bool:
    across, down = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > rules.NEAR:
            edges.append(value)
    return edges


def _at(edges: list[float], value: float) -> int:
    return min(bisect_left(edges, value - rules.NEAR), len(edges) - 1)


def _span(name: str, count: int) -> str:
    return f' {name}="{min(count, 100)}"' if count > 1 else ""
