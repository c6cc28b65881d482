"""Line detection: letters gathered into lines from left to right, with the spaces between them."""

from dataclasses import dataclass
from typing import Any

GAP = 0.22  # of a letter's size: a space, where the PDF has none of its own
TWICE = 1.0  # points between a letter and its shadow
FAR = 2.0  # times a letter's size: another column or cell


@dataclass
class LineFragment:
    """A part of a line without a wide gap inside. Points, measured from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    open_end: bool = False  # whether a space stood at its end
    edge: float | None = None  # where lines of its column end, when it stands in one


def once(letters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The letters without those printed again at the same place, as a shadow or to look bold."""
    kept: list[dict[str, Any]] = []
    places: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for letter in letters:
        across, down = int(letter["x0"] / TWICE), int(letter["top"] / TWICE)
        near = (
            other
            for x in (across - 1, across, across + 1)
            for y in (down - 1, down, down + 1)
            for other in places.get((letter["text"], x, y), ())
        )
        if not any(_is_same(letter, other) for other in near):
            kept.append(letter)
            places.setdefault((letter["text"], across, down), []).append(letter)
    return kept


def _is_same(letter: dict[str, Any], other: dict[str, Any]) -> bool:
    return (
        abs(letter["x0"] - other["x0"]) <= TWICE
        and abs(letter["top"] - other["top"]) <= TWICE
        and all(letter[key] == other[key] for key in ("fontname", "size", "upright"))
    )


def rows(letters: list[dict[str, Any]]) -> list[list[LineFragment]]:
    """Lines from top to bottom, each as its fragments from left to right."""
    lines: list[list[dict[str, Any]]] = []
    middle = 0.0
    for letter in sorted((each for each in letters if each["upright"]), key=_middle):
        if lines and _middle(letter) - middle <= max(letter["size"], 4) * 0.4:
            lines[-1].append(letter)
        else:
            lines.append([letter])
            middle = _middle(letter)
    pieces = ([_row(piece) for piece in _pieces(line)] for line in lines)
    found = ([row for row in line if row.text.strip()] for line in pieces)
    return [line for line in found if line]


def _middle(letter: dict[str, Any]) -> float:
    return (letter["top"] + letter["bottom"]) / 2


def _pieces(line: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    pieces: list[list[dict[str, Any]]] = []
    end = 0.0
    for letter in sorted(line, key=lambda each: each["x0"]):
        if pieces and (letter["text"].isspace() or letter["x0"] - end <= letter["size"] * FAR):
            pieces[-1].append(letter)
        else:
            pieces.append([letter])
        if not letter["text"].isspace() or letter["x1"] - end < letter["size"]:
            end = letter["x1"]
    return pieces


def _row(piece: list[dict[str, Any]]) -> LineFragment:
    seen = [letter for letter in piece if not letter["text"].isspace()] or piece
    return LineFragment(
        _text(piece),
        seen[0]["x0"],
        seen[-1]["x1"],
        min(letter["top"] for letter in seen),
        max(letter["bottom"] for letter in seen),
        round(sorted(letter["size"] for letter in seen)[len(seen) // 2], 1),
        all("bold" in letter["fontname"].lower() for letter in seen),
        piece[-1]["text"].isspace(),
    )


def _text(piece: list[dict[str, Any]]) -> str:
    text = ""
    end = piece[0]["x0"]
    for letter in piece:
        if letter["x0"] - end > letter["size"] * GAP and not text.endswith(" "):
            text += " "
        text += letter["text"]
        end = letter["x1"]
    return " ".join(text.split())
