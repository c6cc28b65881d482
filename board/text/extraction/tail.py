"""Article end: where a page goes on with other articles, comments or the publisher's footer."""

from board.text.extraction import boilerplate
from board.text.extraction.cuts import Cuts
from board.text.extraction.lines import SourceLine

ENDS_FOR_GOOD = ("board-list", "comments")  # sentences below these are other people's
ENDS_UNLESS_RESUMED = ("footer", "related", "tags")  # these also stand in the middle of articles
MOST_HEADLINE = 60  # characters


def cut_off(lines: list[SourceLine], cuts: Cuts) -> list[SourceLine]:
    """The lines above the end; those below are cut, each under its own or its heading's kind."""
    mail = any(cut.kind == "mail" for cut in cuts.in_order())
    end = _end_of(lines, mail)
    heading = "footer"
    for line in lines[end:]:
        heading = _heading(line, mail) or heading
        kind = heading if line.kind in (None, "rule") else line.kind
        cuts.add(kind or heading, line.text, line.place)
    return _without_letter(_without_related(lines[:end], cuts), mail, cuts)


def _end_of(lines: list[SourceLine], mail: bool) -> int:
    story = [i for i, line in enumerate(lines) if _tells(line)]
    first, last = (story[0], story[-1]) if story else (len(lines), -1)
    begun = False
    for i, line in enumerate(lines):
        begun = begun or line.kind is None
        heading = _heading(line, mail)
        if not begun or heading is None:
            continue
        if heading == "board-list" or (heading == "comments" and i > first):
            return i
        if heading not in ENDS_FOR_GOOD and i > last:
            return i
    return len(lines)


def _heading(line: SourceLine, mail: bool) -> str | None:
    """The kind of the lines below this one if it begins the end, else None."""
    if line.kind in ENDS_FOR_GOOD + ENDS_UNLESS_RESUMED:
        return line.kind
    if line.kind == "counter" and line.text.startswith("댓글"):
        return "comments"
    return "contact" if mail and line.kind == "rule" else None


def _tells(line: SourceLine) -> bool:
    return line.kind is None and boilerplate.is_sentence(line.text)


def _without_related(lines: list[SourceLine], cuts: Cuts) -> list[SourceLine]:
    """The story without the headlines right under 관련기사 in its middle."""
    kept: list[SourceLine] = []
    under = False
    for line in lines:
        short = line.kind is None and line.gap == 0 and len(line.text) <= MOST_HEADLINE
        if under and short and not line.is_block and not boilerplate.ends_sentence(line.text):
            cuts.add("related", line.text, line.place)
            continue
        under = line.kind == "related"
        kept.append(line)
    return kept


def _without_letter(lines: list[SourceLine], mail: bool, cuts: Cuts) -> list[SourceLine]:
    """The story of a mail without its closing words."""
    while mail and lines and lines[-1].kind is None and boilerplate.is_letter(lines[-1].text):
        cuts.add("letter", lines[-1].text, lines[-1].place)
        lines = lines[:-1]
    return lines
