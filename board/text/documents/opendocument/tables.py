"""OpenDocument tables: rows and cells; what a merge covers is left out."""

from collections.abc import Iterator

from board.text.documents.opendocument.styles import attribute, number
from board.text.documents.xml import Element, name_of

WIDEST = 100  # columns or rows a cell may span, or stand for
_GROUPS = ("table-rows", "table-row-group", "table-header-rows")


def rows_of(table: Element, *, head: bool) -> list[list[Element]]:
    """The cells of each row: of those that are repeated at the head of each page, or of the
    others."""
    return [list(_cells(row)) for row, is_head in _rows(table, False) if is_head is head]


def spans(cell: Element) -> str:
    """The cell's rowspan and colspan attributes."""
    return _span(cell, "columns", "colspan") + _span(cell, "rows", "rowspan")


def _rows(parent: Element, is_head: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent:
        name = name_of(element)
        if name == "table-row":
            yield from [(element, is_head)] * _times(element, "rows")
        elif name in _GROUPS:
            yield from _rows(element, is_head or name == "table-header-rows")


def _cells(row: Element) -> Iterator[Element]:
    for cell in row:
        if name_of(cell) == "table-cell":
            yield from [cell] * _times(cell, "columns")


def _times(element: Element, what: str) -> int:
    """How many times a row or a cell stands there."""
    return max(1, min(number(attribute(element, f"number-{what}-repeated"), 1), WIDEST))


def _span(cell: Element, what: str, name: str) -> str:
    count = number(attribute(cell, f"number-{what}-spanned"), 1)
    return f' {name}="{count}"' if 1 < count <= WIDEST else ""
