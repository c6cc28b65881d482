"""Photo captions: match texts near a picture to the picture they describe."""

import re

from board.text.extraction import boilerplate, grid, sheet
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.lines import SourceLine

LONGEST_CAPTION = 160  # characters
MOST_CALLED = 60  # lines after a run of pictures
LONGEST_BARE = 60  # of a caption that does not call itself one

_CALLED = re.compile(
    r"(?:[\[(<【〈]\s*(?:사진|그림|자료\s?사진)[^\])>】〉]{0,140}[\])>】〉].*|[▲△▶◀▼]\s*\S.*"
    r"|(?:사진|그림)\s?(?:설명|\d+)?\s?[.:：=)\]]\s*\S.*|사진\s?(?:제공|출처|촬영)?\s*[:：=]\s*\S.*)"
)
_MARKED = re.compile(r"[□■○●◇◆◎※\-–―·•*]|\d{1,2}[.)]|[가-하]\.|붙임|첨부")


def place(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines, with captions moved into the picture lines they belong to."""
    used: set[int] = set()
    first = next((i for i, line in enumerate(lines) if _tells(line)), len(lines))
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and lines[end].tag == "figure" and lines[end].kind is None:
            end += 1
        if end == i:
            i += 1
            continue
        bare = [line for line in lines[i:end] if not line.text]
        below = _called(lines, end, len(bare))
        above = [line for line in lines[max(i - 1, 0) : i] if _stands_above(line, used)]
        below = below or _in_cells(lines, end, len(bare))
        found = above if above and len(bare) == 1 else below
        if not found and bare:
            found = _bare_caption(lines, i, end, first)
        _give(bare, found)
        used.update(id(line) for line in found)
        i = end
    return [line for line in lines if id(line) not in used]


def _in_cells(lines: list[SourceLine], start: int, pictures: int) -> list[SourceLine]:
    """Table cells as captions of as many pictures: a printed table of photos."""
    table = lines[start] if start < len(lines) else None
    if not table or table.tag != "table" or pictures < 2:
        return []
    cells = [cell for cell in grid.cells(table.html) if not cell.is_empty]
    short = all(len(cell.text) <= LONGEST_CAPTION for cell in cells)
    if len(cells) != pictures or len({cell.row for cell in cells}) > 1 or not short:
        return []
    table.text, table.html = cells[0].text, ""
    return [table, *(SourceLine(cell.text, "") for cell in cells[1:])]


def _called(lines: list[SourceLine], start: int, most: int) -> list[SourceLine]:
    """Lines from `start` marked as captions, as many as there are pictures without one.

    More marked lines than pictures are a list, unless they mention pictures.
    """
    found: list[SourceLine] = []
    for line in lines[start : start + MOST_CALLED]:
        if not _could_be_caption(line) or not _CALLED.fullmatch(line.text):
            break
        found.append(line)
    spoken = [line for line in found if "사진" in line.text]
    return found[:most] if len(found) <= most else spoken[:most]


def _stands_above(line: SourceLine, used: set[int]) -> bool:
    """Whether the line names the picture below it; a lone arrow points at the one above."""
    named = line.text.lstrip("[(<【〈 ").startswith(("사진", "그림"))
    called = _could_be_caption(line) and _CALLED.fullmatch(line.text) is not None
    return named and called and id(line) not in used


def _could_be_caption(line: SourceLine) -> bool:
    return (
        line.kind in (None, "caption", "release-head")
        and not line.is_block
        and len(line.text) <= LONGEST_CAPTION
        and (
            line.kind == "caption" or not boilerplate.is_sentence(line.text) or len(line.text) < 90
        )
    )


def _bare_caption(lines: list[SourceLine], start: int, end: int, first: int) -> list[SourceLine]:
    """A short line without a full stop right under a picture inside the story."""
    if start < first or end >= len(lines):
        return []
    line = lines[end]
    short = line.kind is None and not line.is_block and len(line.text) <= LONGEST_BARE
    heading = line.tag in ("h2", "h3", "h4") or _MARKED.match(line.text)
    reached = patterns.PHONE_OR_MAIL.search(line.text)  # 문의 000-0000-0000
    return (
        [line]
        if short and not heading and not reached and not boilerplate.ends_sentence(line.text)
        else []
    )


def _tells(line: SourceLine) -> bool:
    return line.kind is None and boilerplate.is_sentence(line.text)


def _give(pictures: list[SourceLine], captions: list[SourceLine]) -> None:
    for line, caption in zip(pictures, captions, strict=False):
        sheet.captioned(line, _bare(caption))
    for caption in captions[len(pictures) :]:
        sheet.captioned(pictures[-1], _bare(caption))


def _bare(caption: SourceLine) -> str:
    """The caption without the arrow that points at the picture."""
    return re.sub(r"^[▲△▶◀▼\s]+", "", caption.text)
