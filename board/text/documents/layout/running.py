"""Running headers and footers: office names and page numbers at the edge of every page."""

import re
from collections import Counter

from board.text.documents.layout.rows import LineFragment
from board.text.documents.layout.sheet import PrintedPage

EDGE = 0.1  # of a sheet's height, above and below
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s<(\[]*\d{1,3}(?:\s*[/∕]\s*\d{1,3})?[-–—\s>)\]]*쪽?")


def without(sheets: list[PrintedPage]) -> list[PrintedPage]:
    """The pages without page numbers and without edge lines that most pages repeat."""
    count = Counter(key for sheet in sheets for key in {_key(row) for row in _at_edge(sheet)})
    repeated = {key for key, times in count.items() if times > 1 and times * 2 > len(sheets)}
    for sheet in sheets:
        gone = [row for row in _at_edge(sheet) if _key(row) in repeated or _is_number(row)]
        sheet.items = [item for item in sheet.items if not any(item is row for row in gone)]
    return sheets


def _at_edge(sheet: PrintedPage) -> list[LineFragment]:
    return [
        item
        for item in sheet.items
        if isinstance(item, LineFragment)
        and (item.bottom < sheet.height * EDGE or item.top > sheet.height * (1 - EDGE))
    ]


def _key(row: LineFragment) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), round(row.top / 4)


def _is_number(row: LineFragment) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(row.text))
