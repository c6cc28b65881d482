"""Paragraph detection: join the lines that only the page width broke."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from board.text.documents import writing
from board.text.documents.layout import running, seams
from board.text.documents.layout.rows import LineFragment
from board.text.documents.layout.sheet import PlacedBlock, PrintedPage
from board.text.documents.ranks import LARGER, Ranks
from board.text.documents.runs import Letters, Runs

_MARK = re.compile(
    r"[○●◯◦▲△▶▷◆◇■□▪▫◎⊙※•·‣∙❍❏❑❖☞☐✓*➀-➓①-⑳㉠-㉻ㅇㆍ]|[-–—]\s|\(?(?:\d{1,2}|[가-하])[.)]\s|<|【|\[|\d\s?\."
)
_LETTER = re.compile(r"[가-하]\.\s")  # 다. is an item of a list, or the end of a sentence
_ENDED = re.compile(r"[.!?…”’\"')\]〉》」』>]$")


@dataclass
class Measure:
    """Typical letter size and line spacing of a whole document, in points."""

    size: float
    step: float
    left: float
    right: float


def html(sheets: list[PrintedPage]) -> str:
    """The pages as one HTML text."""
    sheets = running.without(sheets)
    lines = [item for sheet in sheets for item in sheet.items if isinstance(item, LineFragment)]
    measure = _measure(lines)
    ranks = Ranks.of(Counter(_heights(lines)))
    joiner = seams.Joiner(lines)
    blocks = writing.Blocks(writing.OutputLimit())
    for item in _gathered(sheets, measure):
        if isinstance(item, PlacedBlock):
            blocks.insert(blocks.limit.spend(item.html))
        else:
            _add(item, blocks, ranks, joiner, measure)
    return blocks.html()


def _add(
    lines: list[LineFragment],
    blocks: writing.Blocks,
    ranks: Ranks,
    joiner: "seams.Joiner",
    measure: Measure,
) -> None:
    runs = Runs()
    letters = Letters(round(lines[0].size * 100), all(line.bold for line in lines))
    first = lines[0]
    runs.say(joiner.joined(lines, headline=first.size >= measure.size * LARGER), letters, None)
    centred = abs((first.x0 + first.x1) - (measure.left + measure.right)) < measure.size * 2
    blocks.add(ranks.tag(runs, centred=centred), runs.html())


def _measure(lines: list[LineFragment]) -> Measure:
    sizes = Counter(_heights(lines))
    size = sizes.most_common(1)[0][0] / 100 if sizes else 10.0
    body = [line for line in lines if abs(line.size - size) < 0.6] or lines
    steps = Counter(
        round(below.top - line.top)
        for line, below in pairwise(body)
        if 0 < below.top - line.top < size * 4
    )
    usual = [step for step, times in steps.items() if times * 4 >= max(steps.values())]
    rights = sorted(line.x1 for line in body)
    return Measure(
        size,
        float(min(usual, default=size * 1.6)),
        min((line.x0 for line in body), default=0.0),
        rights[int(len(rights) * 0.95)] if rights else 0.0,
    )


def _heights(lines: list[LineFragment]) -> Counter[int]:
    found: Counter[int] = Counter()
    for line in lines:
        found[round(line.size * 100)] += len(line.text)
    return found


def _gathered(
    sheets: list[PrintedPage], measure: Measure
) -> list[list[LineFragment] | PlacedBlock]:
    out: list[list[LineFragment] | PlacedBlock] = []
    open_lines: list[LineFragment] | None = None
    for sheet in sheets:
        right = min(measure.right, sheet.width)
        for item in sheet.items:
            if isinstance(item, PlacedBlock):
                out.append(item)  # a paragraph may go on below a picture
                open_lines = open_lines if open_lines and not _is_over(open_lines) else None
            elif open_lines and _goes_on(open_lines, item, measure, right):
                open_lines.append(item)
            else:
                open_lines = [item]
                out.append(open_lines)
    return out


def _is_over(lines: list[LineFragment]) -> bool:
    return bool(_ENDED.search(lines[-1].text))


def _goes_on(lines: list[LineFragment], row: LineFragment, measure: Measure, right: float) -> bool:
    """Whether this line continues the paragraph of the line before it."""
    last = lines[-1]
    if abs(row.size - last.size) > 0.6 or row.bold != last.bold or _is_item(row, last):
        return False
    if "\t" in row.text + last.text:
        return False
    jumps = row.top < last.top  # to the next column or sheet
    if (jumps and _is_over(lines)) or (not jumps and row.top - last.top > _farthest(row, measure)):
        return False
    if row.size >= measure.size * LARGER:
        return not jumps and last.x1 - last.x0 > (right - measure.left) * 0.55
    is_set_in = row.x0 > last.x0 + row.size * 0.7
    if is_set_in and not jumps and not _MARK.match(lines[0].text):
        return False
    return _is_full(last, row, right)


def _is_item(row: LineFragment, last: LineFragment) -> bool:
    """Whether the line begins with a list mark."""
    if _LETTER.match(row.text) and not _is_over([last]):
        return False
    return bool(_MARK.match(row.text))


def _is_full(last: LineFragment, row: LineFragment, right: float) -> bool:
    """Whether the line was full: the next line's first word would not have fitted."""
    edge = last.edge or right
    if _is_over([last]):
        return last.x1 >= edge - last.size * 1.9
    word = sum(1.0 if letter > "\u2e00" else 0.6 for letter in row.text.split()[0])
    return last.x1 + (word + 0.5) * last.size > edge


def _farthest(row: LineFragment, measure: Measure) -> float:
    """The largest distance to the next line within one paragraph, in points."""
    return max(measure.step, row.size * 1.2) * 1.25 * max(row.size / measure.size, 1.0)
