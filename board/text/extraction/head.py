"""Article head: title, subtitles and facts at the top of a pasted page."""

import re
from dataclasses import dataclass, field

from board.text.extraction import boilerplate, meta, titles
from board.text.extraction.cuts import Cuts
from board.text.extraction.facts import Facts
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED, ArticleMeta
from board.text.extraction.titles import DASH, SHORTEST_TITLE

MOST_SUBTITLE = 100  # characters

_DASH_END = re.compile(r"\s*[-–—―‐‑−]+$")
_BRACKETED = re.compile(r"\[[^\]]+\]|<[^>]+>|〈[^〉]+〉|\([^)]+\)|【[^】]+】")


@dataclass
class Top:
    """The parts found at the top, and the lines after it in `rest`."""

    title: str = ""
    subtitles: list[str] = field(default_factory=list)
    subtitle_lines: list[SourceLine] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    title_lines: list[SourceLine] = field(default_factory=list)
    rest: list[SourceLine] = field(default_factory=list)

    def with_late_facts(self, lines: list[SourceLine], cuts: Cuts) -> list[SourceLine]:
        """The story lines without the boilerplate among and below them, whose facts are read."""
        kept = []
        for line in lines:
            if line.kind in (None, "menu", "mail", "release-head", "letter"):
                kept.append(line)
                continue
            self.facts.learn(line)
            cuts.add(line.kind, line.text, line.place)
        return kept


def read(lines: list[SourceLine], cuts: Cuts) -> Top:
    """The top of the page; used lines are cut, all others are in `rest`."""
    top = Top()
    story = _story_start(lines)
    metas = meta.find(lines[:story])
    chosen, width = titles.choose(lines, story, metas)
    if chosen is None:
        top.rest = _without_top(lines, 0, metas, top, cuts)
        return top
    top.title_lines = lines[chosen : chosen + width]
    top.title = titles.written(top.title_lines, cuts)
    repeats = titles.repeats(lines, chosen, width, story)
    last = max(repeats, default=chosen + width - 1)
    for i in range(chosen):
        _cut_above(lines[i], metas.get(i), top, cuts)
    for i in sorted(repeats):
        cuts.add("title-repeat", lines[i].text, lines[i].place)
    between = [lines[i] for i in range(chosen + width, last + 1) if i not in repeats]
    kept = [line for line in between if not _used(line, metas, top, cuts, above_repeat=True)]
    top.rest = kept + _without_top(lines, last + 1, metas, top, cuts)
    return top


def _story_start(lines: list[SourceLine]) -> int:
    for i, line in enumerate(lines):
        if (
            line.kind is None
            and boilerplate.is_sentence(line.text)
            and not boilerplate.is_letter(line.text)
        ):
            if i == 0 and len(lines) > 1 and lines[1].gap and len(line.text) <= MOST_SUBTITLE:
                continue  # a headline that is a whole sentence
            return i
    return len(lines)


def _cut_above(line: SourceLine, said: ArticleMeta | None, top: Top, cuts: Cuts) -> None:
    top.facts.learn(line, said)
    kind = "meta" if said else line.kind
    if kind is None:
        kind = "letter" if boilerplate.is_letter(line.text) else "menu"
    cuts.add(kind, line.text, line.place)


def _without_top(
    lines: list[SourceLine], start: int, metas: dict[int, ArticleMeta], top: Top, cuts: Cuts
) -> list[SourceLine]:
    """The lines from the story's first one on; above it only subtitles and facts are used."""
    last_meta = max(metas, default=-1)
    for i in range(start, len(lines)):
        line = lines[i]
        near = line.gap == 0 and i == start + len(top.subtitles) and top.title != ""
        if not _used(line, metas, top, cuts, above_meta=i < last_meta, near=near):
            return lines[i:]
    return []


def _used(
    line: SourceLine,
    metas: dict[int, ArticleMeta],
    top: Top,
    cuts: Cuts,
    *,
    above_repeat: bool = False,
    above_meta: bool = False,
    near: bool = False,
) -> bool:
    """Whether the line was part of the top: a fact, boilerplate or a subtitle."""
    said = metas.get(line.place)
    if said or line.kind not in (None, "contact-detail"):
        if line.kind in ("board-list", "footer", "related", "comments") and top.title:
            return False  # the end, not the top
        top.facts.learn(line, said)
        cuts.add("meta" if said else line.kind or "", line.text, line.place)
        return True
    if above_repeat and boilerplate.is_letter(line.text):
        cuts.add("letter", line.text, line.place)
        return True
    if _is_subtitle(line, unmarked=above_repeat or above_meta or near):
        top.subtitles.append(bare_subtitle(line.text))
        top.subtitle_lines.append(line)
        return True
    if above_repeat and not boilerplate.is_sentence(line.text) and not line.is_block:
        cuts.add("menu", line.text, line.place)
        return True
    return False


def _is_subtitle(line: SourceLine, *, unmarked: bool) -> bool:
    text = line.text
    if line.is_block or len(text) > MOST_SUBTITLE or "\t" in text or LABELLED.match(text):
        return False
    if boilerplate.ends_sentence(text):
        return False
    if DASH.match(text):
        return len(text) >= SHORTEST_TITLE
    return unmarked and 8 <= len(text) <= 80 and not re.match(r"[▲△○●□■※*\d(\[]", text)


def bare_subtitle(text: str) -> str:
    """A subtitle without its dashes and surrounding brackets."""
    bare = _DASH_END.sub("", DASH.sub("", text)).strip()
    return bare[1:-1].strip() if _BRACKETED.fullmatch(bare) else bare
