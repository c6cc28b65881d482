"""Subtitles of a document, and the facts between its title and its story."""

import re

from board.text import marks
from board.text.extraction import boilerplate, marked, offices, titles
from board.text.extraction.cuts import Cuts
from board.text.extraction.head import MOST_SUBTITLE, Top, bare_subtitle
from board.text.extraction.lines import SourceLine
from board.text.extraction.marked import MOST_SUBTITLES
from board.text.extraction.meta import LABELLED, ArticleMeta

SHORTEST_SUBTITLE = 5
HEADINGS = {"h2": 4, "h3": 2, "h4": 1}

MARKED = re.compile(rf"^\s*(?:[{re.escape(marks.SURE)}]|[{re.escape(marks.NEED_BLANK)}](?=\s))\s*")
_SECTION = re.compile(
    r"\s*(?:[□■○●◎▣※☞【]|ㅇ\s|\d{1,2}[.)]\s|[가-하]\.\s|[Qq문]\d?[.)]|붙임|첨부|제\s?\d+\s?[장조])"
)
_HEADING = re.compile(r"\s*[<〈《\[【]\s*[^<>〈〉《》\[\]【】]{2,20}\s*[>〉》\]】]\s*")
_SUBTITLE_LABEL = re.compile(r"[-\s○●□■◇◆◎▶·]*부\s?제(?:목)?\s*[:：|]\s*")


def below(
    lines: list[SourceLine],
    start: int,
    story: int,
    repeats: set[int],
    metas: dict[int, ArticleMeta],
    told: bool,
    top: Top,
    cuts: Cuts,
) -> list[SourceLine]:
    """The lines after the title, without its repeats and the subtitles."""
    kept: list[SourceLine] = []
    run = marked.run(lines, start, story)
    for i in range(start, len(lines)):
        line = lines[i]
        if i in repeats:
            continue
        if i in metas and line.kind is None:
            learn_meta(line, metas[i], top)
            cuts.add("meta", line.text, line.place)
        elif line.kind is not None or line.tag == "figure" or _is_frame(line, top):
            kept.append(line)
        elif i < story and _is_subtitle(line, top, told, i in run):
            top.subtitles.append(_without_label(line, cuts))
            top.subtitle_lines.append(line)
        elif i < story and told and not top.subtitles and (items := _items(line)):
            top.subtitles += [item.text for item in items]
            top.subtitle_lines += items
        else:
            return kept + [line for j, line in enumerate(lines) if j >= i and j not in repeats]
    return kept


def _items(line: SourceLine) -> list[SourceLine]:
    """The items of a short list: word processors turn dashed subtitles into one."""
    items = [item.removeprefix("- ") for item in line.text.split("\n")]
    short = all(SHORTEST_SUBTITLE <= len(item) <= MOST_SUBTITLE for item in items)
    ended = any(boilerplate.ends_sentence(item) or LABELLED.match(item) for item in items)
    fits = line.tag == "ul" and short and not ended and len(items) <= MOST_SUBTITLES
    return [SourceLine(item, "", place=line.place) for item in items] if fits else []


def _is_frame(line: SourceLine, top: Top) -> bool:
    """Whether the line is a letterhead cell that holds neither title nor subtitle."""
    near = {known.box for known in (*top.title_lines, *top.subtitle_lines)}
    below = line.box - 1 in near and MARKED.match(line.text) is not None
    named = below or _SUBTITLE_LABEL.match(line.text)
    return line.framed and line.box not in near and not named


def _without_label(line: SourceLine, cuts: Cuts) -> str:
    label = _SUBTITLE_LABEL.match(line.text)
    if label:
        cuts.add("label", label[0], line.place)
    bare = line.text[label.end() :] if label else line.text
    return bare_subtitle(MARKED.sub("", bare))


def _is_subtitle(line: SourceLine, top: Top, told: bool, marked: bool) -> bool:
    text = line.text
    title = top.title_lines[-1]
    boxes = {title.box, *(x.box for x in top.subtitle_lines)}
    mate = line.box != 0 and (line.box in boxes or line.frame == title.frame != 0)
    if line.is_block or "\t" in text or len(top.subtitles) >= MOST_SUBTITLES:
        return False
    if not SHORTEST_SUBTITLE <= len(text) <= MOST_SUBTITLE or boilerplate.ends_sentence(text):
        return False
    if _SUBTITLE_LABEL.match(text):
        return True
    if LABELLED.match(text) or (_SECTION.match(text) and not (mate or marked)):
        return False
    if _HEADING.fullmatch(text) and not mate:
        return False
    if titles.is_open_ended(text) and not (mate or marked or titles.DASH.match(text)):
        return False  # the first half of a sentence
    if re.match(r"\s*[-–—―‐‑−]", text) or mate or marked:
        return True
    return told or (line.tag in HEADINGS and title.tag == "h2")


def learn_meta(line: SourceLine, said: ArticleMeta, top: Top) -> None:
    """Read the date of the line, and the author's name beside it."""
    top.facts.learn_date(said.date, 3, line.text)
    if said.author and offices.OFFICE.fullmatch(said.author):
        top.facts.office = top.facts.office or said.author
    elif said.author:
        top.facts.learn_byline(said.author, line.text)
