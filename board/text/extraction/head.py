"""Article head: title, subtitles and facts at the top of a pasted page."""

import re
from dataclasses import dataclass, field

from board.text.extraction import boilerplate, marked, meta, titles
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.cuts import Cuts
from board.text.extraction.facts import Facts
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED, ArticleMeta
from board.text.extraction.titles import DASH, SHORTEST_TITLE

MOST_SUBTITLE = 100  # characters
MOST_HEAD = 60  # characters of a line that names a release

_DASHED = re.compile(r"\s*[-–—―‐‑−·ㆍ•~]")
_DASH_END = re.compile(r"\s*[-–—―‐‑−~]+$")
_NUMBER = re.compile(patterns.PHONE)
_RELEASE = re.compile(patterns.RELEASE_NAME)
SUBTITLE_LABEL = re.compile(r"\s*부\s?제(?:목)?\s*[:：|\t]\s*")
_ELSEWHERE = ("menu", "mail", "release-head", "letter", "enclosure", "slogan")
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


def read(lines: list[SourceLine], cuts: Cuts, subject: SourceLine | None = None) -> Top:
    """The top of the page; used lines are cut, all others are in `rest`.

    `subject` is the line with a mail's subject: the title of a mail whose text has none.
    """
    top = Top()
    story = _story_start(lines)
    for line in lines[:story] if subject else []:
        line.kind = line.kind or ("letter" if boilerplate.is_letter(line.text) else None)
    metas = meta.find(lines[:story])
    chosen, width = titles.choose(lines, story, metas, subject)
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


def restore(lines: list[SourceLine]) -> None:
    """Take lines in the midst of the story for the story's that only look like boilerplate."""
    told = [i for i, line in enumerate(lines) if _tells(line)]
    for i, line in enumerate(lines):
        if line.kind in _ELSEWHERE and told and i < told[-1]:
            line.kind = None


def _story_start(lines: list[SourceLine]) -> int:
    told = next((i for i, line in enumerate(lines) if _tells(line)), len(lines))
    ended = (i for i in range(told + 1, len(lines)) if _ends(lines[i]))
    following = next(ended, None)
    return following if following and _is_headline(lines, told) else told


def _ends(line: SourceLine) -> bool:
    return line.kind is None and boilerplate.ends_sentence(line.text)


def _tells(line: SourceLine) -> bool:
    return (
        line.kind is None
        and boilerplate.is_sentence(line.text)
        and not boilerplate.is_letter(line.text)
    )


def _is_headline(lines: list[SourceLine], i: int) -> bool:
    """Whether the first sentence is the headline: short, apart from the story, none above it."""
    line, following = lines[i], lines[i + 1]
    if titles.ends_headline(lines, i):
        return True
    if (
        boilerplate.is_announced(line.text)
        or len(line.text) > MOST_SUBTITLE
        or titles.has_title(lines[:i])
    ):
        return False
    said = following.kind is not None or DASH.match(following.text) or meta.find([following])
    return line.in_title or bool(following.gap or said)


def _cut_above(line: SourceLine, said: ArticleMeta | None, top: Top, cuts: Cuts) -> None:
    if said is None and line.kind is None:
        line.kind = _kind_above(line.text)
    top.facts.learn(line, said)
    cuts.add("meta" if said else line.kind or "menu", line.text, line.place)


def _kind_above(text: str) -> str:
    if boilerplate.is_letter(text):
        return "letter"
    if _NUMBER.search(text):
        return "contact"
    named = _RELEASE.search(text) and len(text) <= MOST_HEAD and not boilerplate.ends_sentence(text)
    return "release-head" if named else "menu"


def _without_top(
    lines: list[SourceLine], start: int, metas: dict[int, ArticleMeta], top: Top, cuts: Cuts
) -> list[SourceLine]:
    """The lines from the story's first one on; above it only subtitles and facts are used."""
    last_meta = max(metas, default=-1)
    story = next((i for i in range(start, len(lines)) if _tells(lines[i])), len(lines))
    run = marked.run(lines, start, story) if top.title else set()
    is_release = any(line.kind in titles.LETTERHEAD for line in lines[:start])
    for i in range(start, len(lines)):
        line = lines[i]
        apart = i + 1 < len(lines) and lines[i + 1].gap > 0
        near = line.gap == 0 and top.title != "" and (apart or i == start + len(top.subtitles))
        near = near or i in run or (is_release and _stands_alone(lines, i))
        if not _used(line, metas, top, cuts, above_meta=i < last_meta, near=near):
            return lines[i:]
    return []


def _stands_alone(lines: list[SourceLine], i: int) -> bool:
    """Whether it is the one line between the title and the story."""
    return i + 1 < len(lines) and _tells(lines[i + 1]) and lines[i].kind is None


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
        label = SUBTITLE_LABEL.match(line.text)
        cuts.add("label", label[0] if label else "", line.place)
        top.subtitles.append(bare_subtitle(line.text[label.end() if label else 0 :]))
        top.subtitle_lines.append(line)
        return True
    if above_repeat and not boilerplate.is_sentence(line.text) and not line.is_block:
        cuts.add("menu", line.text, line.place)
        return True
    return False


def _is_subtitle(line: SourceLine, *, unmarked: bool) -> bool:
    text = line.text
    labelled = LABELLED.match(text) and not SUBTITLE_LABEL.match(text)
    if line.is_block or len(text) > MOST_SUBTITLE or "\t" in text or labelled:
        return False
    if boilerplate.ends_sentence(text):
        return False
    if _DASHED.match(text):
        return len(text) >= SHORTEST_TITLE
    if SUBTITLE_LABEL.match(text) or (unmarked and titles.MARKED.match(text)):
        return True
    return unmarked and 8 <= len(text) <= 80 and not re.match(r"[※*(\[]|\d{1,2}[.)]\s", text)


def bare_subtitle(text: str) -> str:
    """A subtitle without its marks and surrounding brackets."""
    bare = _DASH_END.sub("", titles.MARKED.sub("", text)).strip()
    return bare[1:-1].strip() if _BRACKETED.fullmatch(bare) else bare
