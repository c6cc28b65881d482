"""Table classification: data, or only layout."""

import re
from collections.abc import Iterator

from board.text.extraction import boilerplate, embargo
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.grid import Cell, rows

LONGEST_CAPTION = 120  # characters
MOST_OF_IT = 0.5  # of a document's letters: a cell with more holds the story itself

_LABEL = re.compile(
    rf"{patterns.BULLET}(?:{patterns.HEAD_LABELS}|{patterns.EMBARGO_LABELS}|{patterns.BOX_LABELS}"
    r"|수\s?신(?:\s?자)?|경\s?유|참\s?조|보\s?도(?:\s?요\s?청)?)\s*[)\]:：]*",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    rf"{patterns.BULLET}{patterns.DETAIL_LABELS}\s*[)\]:：]*|직\s?위|직\s?급|성\s?명|구\s?분|소\s?속",
    re.IGNORECASE,
)
_SELF_LABELLED = re.compile(
    rf"{patterns.BULLET}(?:{patterns.HEAD_LABELS}|{patterns.EMBARGO_LABELS}|{patterns.BOX_LABELS})"
    r"\s*[:：]?\s+?\S",
    re.IGNORECASE,
)
_TITLE = re.compile(r"제\s*목")
_SUBTITLE = re.compile(r"부\s*제(?:목)?")
_BODY = re.compile(r"(?:세부\s?|주요\s?)?내\s*용|본\s*문")
_RELEASE = re.compile(rf"{patterns.RELEASE}|(?:press|news)\s?release", re.IGNORECASE)
_PHONE = re.compile(patterns.PHONE)


def kind_of(cells: list[Cell], letters: int, told: bool) -> str:
    """letterhead, contact, photos, layout, or "data" for a table to keep.

    `letters` is the length of the whole document; `told` is whether the story has begun.
    """
    filled = [cell for cell in cells if not cell.is_empty]
    if len(filled) <= 1:
        return "layout"
    if _is_contact_grid(filled):
        return "contact"
    if _is_letterhead(filled) and (not told or any(_PHONE.search(c.text) for c in filled)):
        return "letterhead"
    if any("<table" in cell.html for cell in filled):
        return "layout"
    if any("<img" in cell.html for cell in filled):
        if _holds_photos(filled):
            return "photos"
        return "layout" if any(len(c.text) > LONGEST_CAPTION for c in filled) else "data"
    return "layout" if _is_layout(filled, letters, told) else "data"


def labelled(row: list[Cell]) -> list[tuple[str, list[Cell]]]:
    """(label, cells behind it) pairs of a row; label "" for cells before any label."""
    found: list[tuple[str, list[Cell]]] = []
    alone: Cell | None = None  # a label that waits for its value
    for cell in row:
        text = " ".join(cell.text.split())
        if _LABEL.fullmatch(text) or _DETAIL.fullmatch(text) or is_title_label(text):
            found += [("", [alone])] if alone else []
            alone = cell
        elif _SELF_LABELLED.match(text) and not (alone and embargo.is_none(text)):
            found += ([("", [alone])] if alone else []) + [("", [cell])]
            alone = None
        elif alone:
            found.append((" ".join(alone.text.split()), [cell]))
            alone = None
        elif found and not _SELF_LABELLED.match(found[-1][1][0].text):
            found[-1][1].append(cell)
        else:
            found.append(("", [cell]))
    return found + ([("", [alone])] if alone else [])


def is_title_label(text: str) -> bool:
    """Whether the cell labels a title or subtitle beside it."""
    return bool(_TITLE.fullmatch(text) or _SUBTITLE.fullmatch(text))


def is_body_label(text: str) -> bool:
    """Whether the cell labels the story beside it."""
    return _BODY.fullmatch(text) is not None


def names_release(row: list[Cell]) -> bool:
    """Whether a cell says that this is a press release."""
    return any(_RELEASE.fullmatch(" ".join(cell.text.split())) for cell in row)


def with_captions(cells: list[Cell]) -> Iterator[tuple[Cell, str]]:
    """(cell, caption) of each picture cell in reading order, then the text-only cells."""
    filled = [cell for cell in cells if not cell.is_empty]
    words = [cell for cell in filled if "<img" not in cell.html]
    used: set[int] = set()
    for cell in filled:
        if "<img" in cell.html:
            below = None if cell.text else _beside(cell, words, used)
            if below:
                used.add(id(below))
            yield cell, " ".join((below.text if below else cell.text).split())
        elif id(cell) not in used and not _will_be_used(cell, filled):
            yield cell, " ".join(cell.text.split())


def _beside(picture: Cell, words: list[Cell], used: set[int]) -> Cell | None:
    """The text cell under a picture, else the one above it."""
    for row in (picture.row + picture.height, picture.row - 1):
        for cell in words:
            reaches = cell.column <= picture.column < cell.column + cell.width
            if id(cell) not in used and reaches and _touches(cell, row):
                return cell
    return None


def _touches(cell: Cell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.height


def _will_be_used(cell: Cell, filled: list[Cell]) -> bool:
    """Whether the text right above a picture is its caption: there is none below."""
    words = [other for other in filled if "<img" not in other.html]
    pictures = [other for other in filled if "<img" in other.html and not other.text]
    return any(_beside(picture, words, set()) is cell for picture in pictures)


def _holds_photos(filled: list[Cell]) -> bool:
    pictures = [cell for cell in filled if "<img" in cell.html]
    words = [cell for cell in filled if "<img" not in cell.html]
    return len(words) <= len(pictures) + 1 and all(len(c.text) <= LONGEST_CAPTION for c in filled)


def _is_contact_grid(filled: list[Cell]) -> bool:
    """Whether labels stand in the first row, people and telephones under them."""
    first, *others = rows(filled)
    labels = [" ".join(cell.text.split()) for cell in first]
    known = all(_LABEL.fullmatch(label) or _DETAIL.fullmatch(label) for label in labels)
    sure = any(re.fullmatch(patterns.BOX_LABELS, label) for label in labels)
    phones = any(_PHONE.search(cell.text) for row in others for cell in row)
    return known and sure and phones and len(others) <= 6


def _is_letterhead(filled: list[Cell]) -> bool:
    by_row = rows(filled)
    if any(names_release(row) for row in by_row[:3]):
        return True
    told = sum(
        any(_LABEL.fullmatch(label) or is_title_label(label) for label, _ in labelled(row))
        for row in by_row
    )
    return told > 0 and 2 * told >= len(by_row)


def _is_layout(filled: list[Cell], letters: int, told: bool) -> bool:
    if any(len(cell.text) > MOST_OF_IT * letters and hints(cell) for cell in filled):
        return True
    one_column = all(len(row) == 1 for row in rows(filled))
    return one_column and (not told or any(hints(cell) for cell in filled))


def hints(cell: Cell) -> bool:
    """Whether the cell holds a sentence."""
    return any(boilerplate.is_sentence(line) for line in cell.text.split("\n"))
