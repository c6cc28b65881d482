"""Where the article ends and the page goes on: other articles, comments, the publisher's footer."""

from board.text.pasted import furniture
from board.text.pasted.cuts import Cuts
from board.text.pasted.lines import Line

ENDS_FOR_GOOD = ("board-list", "comments")  # sentences below these are other people's
ENDS_UNLESS_RESUMED = ("footer", "related", "tags")  # these also stand in the middle of articles


def cut_off(lines: list[Line], cuts: Cuts) -> list[Line]:
    """The lines above the end; those below are cut, each as what it or its heading is."""
    mail = any(line.kind == "mail" for line in lines) or _has_mail(cuts)
    end = _end_of(lines, mail)
    kind = "footer"
    for line in lines[end:]:
        kind = line.kind or ("contact" if kind == "rule" else kind)
        cuts.add("contact" if kind == "rule" else kind, line.text, line.place)
    kept = lines[:end]
    while kept and mail and kept[-1].kind is None and furniture.is_letter(kept[-1].text):
        cuts.add("letter", kept[-1].text, kept[-1].place)
        kept.pop()
    return kept


def _end_of(lines: list[Line], mail: bool) -> int:
    story = [i for i, line in enumerate(lines) if _tells(line)]
    first, last = (story[0], story[-1]) if story else (-1, -1)
    for i, line in enumerate(lines):
        if line.kind is None or not any(_is_kept(before) for before in lines[:i]):
            continue
        if line.kind in ENDS_FOR_GOOD or _heads_comments(line, i > first >= 0):
            return i
        if i > last and (line.kind in ENDS_UNLESS_RESUMED or (mail and line.kind == "rule")):
            return i
    return len(lines)


def _tells(line: Line) -> bool:
    return line.kind is None and furniture.is_sentence(line.text)


def _is_kept(line: Line) -> bool:
    return line.kind is None


def _heads_comments(line: Line, below_story: bool) -> bool:
    return line.kind == "counter" and line.text.startswith("댓글") and below_story


def _has_mail(cuts: Cuts) -> bool:
    return any(cut.kind == "mail" for cut in cuts.in_order())
