"""Column detection: two columns side by side are read one after the other."""

from itertools import pairwise

from board.text.documents.layout.rows import LineFragment

FEWEST = 5  # lines side by side; a table without rules has fewer
NARROWEST = 0.22  # of the sheet's width


def in_order(lines: list[list[LineFragment]], width: float) -> list[LineFragment]:
    """The lines in reading order; fragments of one line that are no columns are joined again."""
    gutter = _gutter(lines, width)
    out: list[LineFragment] = []
    left: list[LineFragment] = []
    right: list[LineFragment] = []
    for line in lines:
        if gutter and all(row.x1 <= gutter or row.x0 >= gutter for row in line):
            left += _joined([row for row in line if row.x1 <= gutter])
            right += _joined([row for row in line if row.x0 >= gutter])
        else:
            out += [*_column(left), *_column(right), *_joined(line)]
            left, right = [], []
    return [*out, *_column(left), *_column(right)]


def _column(found: list[LineFragment]) -> list[LineFragment]:
    """The same lines, each with the right edge of its column."""
    for row in found:
        row.edge = max(each.x1 for each in found)
    return found


def _gutter(lines: list[list[LineFragment]], width: float) -> float | None:
    """The x position of the gap between two columns, in points, or None."""
    gaps = [
        (one.x1 + other.x0) / 2
        for line in lines
        for one, other in pairwise(line)
        if min(one.x1 - line[0].x0, line[-1].x1 - other.x0) > width * NARROWEST
    ]
    gaps = [gap for gap in gaps if width * 0.3 < gap < width * 0.7]
    if len(gaps) < FEWEST:
        return None
    middle = sorted(gaps)[len(gaps) // 2]
    near = sum(abs(gap - middle) < width * 0.04 for gap in gaps)
    return middle if near >= FEWEST else None


def _joined(pieces: list[LineFragment]) -> list[LineFragment]:
    if not pieces:
        return []
    first, last = pieces[0], pieces[-1]
    return [
        LineFragment(
            "\t".join(row.text for row in pieces),
            first.x0,
            last.x1,
            min(row.top for row in pieces),
            max(row.bottom for row in pieces),
            max(row.size for row in pieces),
            all(row.bold for row in pieces),
            last.open_end,
        )
    ]
