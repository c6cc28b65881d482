"""Word tables: rows, and cells whose merges are given only cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from board.text.documents.wordml.styles import number, value
from board.text.documents.xml import Element, child, name_of

WIDEST = 100  # columns a cell may span


@dataclass
class WordCell:
    element: Element
    columns: int = 1
    rows: int = 1
    is_header: bool = False

    def spans(self) -> str:
        """The cell's rowspan and colspan attributes."""
        across = f' colspan="{self.columns}"' if self.columns > 1 else ""
        return across + (f' rowspan="{self.rows}"' if self.rows > 1 else "")


def rows_of(table: Element) -> list[list[WordCell]]:
    """The cells of each row; vertically merged cells count in the `rows` of the top one."""
    rows: list[list[WordCell]] = []
    above: dict[int, WordCell] = {}
    for row in within(table, "tr"):
        properties = child(row, "trPr")
        if properties is not None and child(properties, "del") is not None:
            continue
        is_header = properties is not None and child(properties, "tblHeader") is not None
        rows.append([])
        column = 0
        for element in within(row, "tc"):
            cell = WordCell(element, _columns(element), is_header=is_header)
            if _goes_on(element) and column in above:
                above[column].rows += 1
            else:
                rows[-1].append(cell)
                above[column] = cell
            column += cell.columns
    return rows


def within(parent: Element, name: str) -> Iterator[Element]:
    """Children of this name, also inside content controls and tracked insertions."""
    for element in parent:
        if name_of(element) == name:
            yield element
        elif name_of(element) in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from within(element, name)


def _columns(cell: Element) -> int:
    properties = child(cell, "tcPr")
    span = child(properties, "gridSpan") if properties is not None else None
    return min(max(number(value(span), 1), 1), WIDEST) if span is not None else 1


def _goes_on(cell: Element) -> bool:
    properties = child(cell, "tcPr")
    merge = child(properties, "vMerge") if properties is not None else None
    return merge is not None and value(merge) in ("", "continue")
