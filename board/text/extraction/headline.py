"""Headline detection in a document: title and subtitles; what stands above is the letterhead.

Points for a line above the first sentence:

    +5  the same words stand once more, or the file or the mail is called so
    +4  drawn as a title (+2 as a smaller one)
    +3  the letterhead ends right above it    +3  a dashed line, as subtitles are, follows it
    +2  it is as long as headlines are, and +1 with a comma or dots, as they have them
    -3  it ends as a sentence does, is "label: value", or stands in quotation marks or brackets
    -4  it starts with a mark, or is the name of an office, an address or a page number

The earliest of the best wins. A line that calls itself 제목 is believed at once.
"""

import re

from board.text.extraction import boilerplate, meta, subtitles, titles
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.cuts import Cuts
from board.text.extraction.head import Top
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED, ArticleMeta
from board.text.extraction.titles import DASH

SURE = 4  # points; a document without a sentence and a likelier title begins with its title
MOST_ABOVE = 60  # lines among which the title is looked for
LONGEST_HALF, LONGEST_BROKEN = 36, 64  # letters of a headline's first line, and of both

_LETTERHEAD = ("release-head", "embargo", "contact", "logo", "label")
_QUOTED = re.compile(r"[\W_]*[“\"‘'「『][^”\"’'」』]*[”\"’'」』][\W_]*")
_BRACKETED = re.compile(r"[<\[(〈《【].*[>\])〉》】]")
_PLACE = re.compile(r".*(?:www\.|https?:|\(?우\)?\s?\d{5}|@|제?\s?\d+-\d+호).*|[\d\W]+쪽?")


def read(lines: list[SourceLine], cuts: Cuts, *, letter: bool) -> Top:
    """The top of the document; what is neither title nor subtitle is in `rest`.

    `letter`: it is a mail, so that polite sentences stand around the release.
    """
    top = Top()
    story = _story_start(lines, letter)
    metas = meta.find(lines[:story])
    chosen, width = _choose(lines, story, metas, letter)
    if chosen is None:
        top.rest = lines
        return top
    top.title_lines = lines[chosen : chosen + width]
    top.title = titles.written(top.title_lines, cuts)
    for i in range(chosen):
        if i in metas and lines[i].kind is None:
            subtitles.learn_meta(lines[i], metas[i], top)
        _name_above(lines, i, chosen, top)
    repeats = titles.repeats(lines, chosen, width, story)
    for i in sorted(repeats):
        cuts.add("title-repeat", lines[i].text, lines[i].place)
    told = story < len(lines)
    below = subtitles.below(
        lines, chosen + width, story if told else len(lines), repeats, metas, told, top, cuts
    )
    top.rest = [line for i, line in enumerate(lines[:chosen]) if i not in repeats] + below
    return top


def _story_start(lines: list[SourceLine], letter: bool) -> int:
    for i, line in enumerate(lines):
        drawn = line.tag in subtitles.HEADINGS or DASH.match(line.text)
        if (
            line.kind is None
            and line.tag != "figure"
            and boilerplate.is_sentence(line.text)
            and not (drawn and not boilerplate.ends_sentence(line.text))
            and not (letter and boilerplate.is_letter(line.text))
        ):
            return i
    return len(lines)


def _choose(
    lines: list[SourceLine], story: int, metas: dict[int, ArticleMeta], letter: bool
) -> tuple[int | None, int]:
    """(index of the title or None, how many lines it takes)."""
    for i, line in enumerate(lines[:story]):
        if titles.TITLE_LABEL.fullmatch(line.text) and line.kind is None:
            return i, _width(lines, i, story)
    story = min(story, MOST_ABOVE)
    able = [i for i in range(story) if _is_able(lines[i], letter) and i not in metas]
    if not able:
        return None, 0
    keys = titles.keys(lines, story)
    points = {i: _points(lines, i, story) + 5 * titles.is_repeated(lines, i, keys) for i in able}
    best = max(able, key=lambda i: (points[i], -i))
    if story in (len(lines), MOST_ABOVE) and points[best] < SURE:
        best = able[0]
    return best, _width(lines, best, story)


def _is_able(line: SourceLine, letter: bool) -> bool:
    text = line.text
    return (
        line.kind is None
        and not line.is_block
        and titles.SHORTEST_TITLE <= len(text) <= titles.LONGEST_TITLE
        and "\t" not in text
        and not (letter and boilerplate.is_letter(text))
    )


def _points(lines: list[SourceLine], i: int, story: int) -> int:
    line, text = lines[i], lines[i].text
    points = subtitles.HEADINGS.get(line.tag, 0) + (2 if 10 <= len(text) <= 80 else 0)
    points += (
        5 * line.in_title
        + bool(re.search(r"[,，…]|\.\.\.", text))
        - (len(text) < 8)
        - 5 * (len(text) > 120)
    )
    head = max((j for j in range(story) if lines[j].kind in _LETTERHEAD), default=-2)
    points += 3 * (head == i - 1) - 2 * (head > i)
    following = next((x for x in lines[i + 1 : i + 3] if x.kind is None), None)
    points += 3 * bool(following and following.text and DASH.match(following.text))
    points -= 3 * bool(boilerplate.ends_sentence(text)) + 3 * bool(LABELLED.match(text))
    points -= 3 * bool(_QUOTED.fullmatch(text) or _BRACKETED.fullmatch(text))
    points -= 4 * bool(DASH.match(text) or subtitles.MARKED.match(text))
    return (
        points
        - 4 * bool(patterns.OFFICE.fullmatch(text) and len(text) < 16)
        - 4 * bool(_PLACE.fullmatch(text))
    )


def _width(lines: list[SourceLine], i: int, story: int) -> int:
    """2 when the headline was broken into two lines, else 1."""
    if i + 1 >= story or not _is_able(lines[i + 1], False):
        return 1
    first, second = lines[i], lines[i + 1]
    marked = DASH.match(second.text) or subtitles.MARKED.match(second.text) or len(second.text) > 60
    if marked or LABELLED.match(second.text) or _BRACKETED.fullmatch(second.text):
        return 1
    near = second.box == first.box and (second.tag == first.tag or second.gap == 0)
    drawn = first.tag == second.tag == "h2" and len(first.text) <= LONGEST_HALF
    fits = drawn and len(first.text + second.text) <= LONGEST_BROKEN
    return 2 if near and (fits or titles.is_open_ended(first.text)) else 1


def _name_above(lines: list[SourceLine], i: int, chosen: int, top: Top) -> None:
    """Mark lines above the title as letterhead; pictures and tables only if letterhead follows."""
    line = lines[i]
    if line.tag == "figure" and line.kind is None:
        head = any(x.kind in _LETTERHEAD for x in lines[i + 1 : chosen])
        line.kind = "logo" if head else None
    if line.kind is not None or line.is_block:
        return
    if patterns.OFFICE.fullmatch(line.text):
        top.facts.office = line.text
    if boilerplate.is_letter(line.text):
        line.kind = "letter"
    else:
        line.kind = "slogan" if _QUOTED.fullmatch(line.text) else "release-head"
