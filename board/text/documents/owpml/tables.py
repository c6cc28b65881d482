"""OWPML tables: rows and cells."""

from board.text.documents.owpml.styles import number
from board.text.documents.xml import Element, child, name_of

WIDEST = 100  # columns or rows a cell may span


def head_and_body(table: Element) -> tuple[list[list[Element]], list[list[Element]]]:
    """(header rows, body rows) as cells: header rows are those at the top with header cells
    only."""
    rows = [
        [cell for cell in row if name_of(cell) == "tc"] for row in table if name_of(row) == "tr"
    ]
    head = 0
    while head < len(rows) - 1 and rows[head] and all(map(is_header, rows[head])):
        head += 1
    return rows[:head], rows[head:]


def is_header(cell: Element) -> bool:
    return cell.get("header") == "1"


def spans(cell: Element) -> str:
    """The cell's rowspan and colspan attributes."""
    span = child(cell, "cellSpan")
    return "" if span is None else _span(span, "colSpan") + _span(span, "rowSpan")


def _span(span: Element, name: str) -> str:
    count = number(span.get(name), 1)
    return f' {name.lower()}="{count}"' if 1 < count <= WIDEST else ""
