"""Rules of a table: Korean documents leave its left and right sides open, so they are added.

A rule is an edge as pdfplumber describes it: x0, x1, top and bottom in points, and `orientation`,
"h" or "v".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

NEAR = 3.0  # points between rules that are meant to be one
CLOSED = 0.5  # of a table's height that is ruled at its side
UNDIVIDED = 1.5  # times the usual height of a row, of one that is a single cell

Rule = dict[str, Any]


@dataclass
class _Line:
    """A rule across, from `x0` to `x1`, at height `top`."""

    x0: float
    x1: float
    top: float

    def ends_with(self, other: "_Line") -> bool:
        return abs(self.x0 - other.x0) <= NEAR and abs(self.x1 - other.x1) <= NEAR


def missing_sides(edges: list[Rule]) -> list[Rule]:
    """The rules missing at the left and right of tables, down their whole height."""
    down = [edge for edge in edges if edge["orientation"] == "v"]
    sides = []
    for stack in _stacks(_lines([edge for edge in edges if edge["orientation"] == "h"])):
        for upper, lower in _bands(stack, down):
            for x in (upper.x0, upper.x1):
                if not _is_closed(x, upper.top, lower.top, down):
                    sides.append(_rule(x, upper.top, lower.top))
    return sides


def _lines(across: list[Rule]) -> list[_Line]:
    """The rules across, each once: pieces that touch are one."""
    lines: list[_Line] = []
    for edge in sorted(across, key=itemgetter("top", "x0")):
        for line in reversed(lines):
            if edge["top"] - line.top > NEAR:
                lines.append(_Line(edge["x0"], edge["x1"], edge["top"]))
                break
            if line.x0 - NEAR <= edge["x1"] and edge["x0"] <= line.x1 + NEAR:
                line.x0, line.x1 = min(line.x0, edge["x0"]), max(line.x1, edge["x1"])
                break
        else:
            lines.append(_Line(edge["x0"], edge["x1"], edge["top"]))
    return lines


def _stacks(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Rules of one width below each other, from top to bottom."""
    left = list(lines)
    while left:
        stack = [line for line in left if line.ends_with(left[0])]
        left = [line for line in left if line not in stack]
        if len(stack) > 1:
            yield stack


def _bands(stack: list[_Line], down: list[Rule]) -> Iterator[tuple[_Line, _Line]]:
    """(first rule, last rule) of each table in a stack: rows that rules divide into cells, and
    undivided ones between them that are no higher."""
    rows = [(upper, lower, _is_divided(upper, lower, down)) for upper, lower in pairwise(stack)]
    heights = sorted(lower.top - upper.top for upper, lower, divided in rows if divided)
    highest = heights[len(heights) // 2] * UNDIVIDED if heights else 0
    for is_row, group in groupby(rows, lambda row: row[2] or row[1].top - row[0].top <= highest):
        table = list(group)
        if is_row and any(divided for *_, divided in table):
            yield table[0][0], table[-1][1]


def _is_divided(upper: _Line, lower: _Line, down: list[Rule]) -> bool:
    return any(
        upper.x0 + NEAR < edge["x0"] < upper.x1 - NEAR
        and _overlap(edge, upper.top, lower.top) > (lower.top - upper.top) * CLOSED
        for edge in down
    )


def _is_closed(x: float, top: float, bottom: float, down: list[Rule]) -> bool:
    ruled = sum(_overlap(edge, top, bottom) for edge in down if abs(edge["x0"] - x) <= NEAR)
    return ruled > (bottom - top) * CLOSED


def _overlap(edge: Rule, top: float, bottom: float) -> float:
    return max(0.0, min(edge["bottom"], bottom) - max(edge["top"], top))


def _rule(x: float, top: float, bottom: float) -> Rule:
    return {
        "object_type": "line",
        "x0": x,
        "x1": x,
        "top": top,
        "bottom": bottom,
        "height": bottom - top,
        "orientation": "v",
    }
