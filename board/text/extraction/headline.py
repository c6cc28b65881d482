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

from board.text import marks, names
from board.text.extraction import boilerplate, meta, offices, subtitles, titles
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.cuts import Cuts
from board.text.extraction.head import Top
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED, ArticleMeta
from board.text.extraction.titles import DASH

SURE = 4  # points; a document without a sentence and a likelier title begins with its title
MOST_ABOVE = 60  # lines among which the title is looked for
LONGEST_SPOKEN = 60  # letters of a headline that is a sentence
LONGEST_HALF, LONGEST_BROKEN = 36, 64  # letters of a headline's first line, and of both

_LETTERHEAD = ("release-head", "embargo", "contact", "logo", "label")
_QUOTED = re.compile(r"[\W_]*[“\"‘'「『][^”\"’'」』]*[”\"’'」』][\W_]*")
_BRACKETED = re.compile(r"[<\[(〈《【].*[>\])〉》】]")
_HEADED = re.compile(rf"{offices.OFFICE.pattern}[,，]\s")
_SERIES = re.compile(  # [기획] 새들의 내일 ③
    rf"\s*[\[【<〈](?:기획|연재|특집|시리즈)[^\]】>〉]{{0,8}}[\]】>〉].{{0,30}}|.{{2,20}}\s?[{marks.NUMBERS}]"
)
_PHONE = re.compile(patterns.PHONE)
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
            and not titles.TITLE_LABEL.fullmatch(line.text)
            and not (drawn and not boilerplate.ends_sentence(line.text))
            and not (letter and boilerplate.is_letter(line.text))
            and not _is_spoken_headline(lines, i)
        ):
            return i
    return len(lines)


def _is_spoken_headline(lines: list[SourceLine], i: int) -> bool:
    """Whether this first sentence is a headline: larger or much shorter than the story that follows,
    and not what somebody announced."""
    line = lines[i]
    following = next((x for x in lines[i + 1 :] if x.kind is None and not x.is_block), None)
    alone = patterns.INNER_END.search(line.text) is None
    if not (following and alone) or len(line.text) > LONGEST_SPOKEN:
        return False
    if boilerplate.is_announced(line.text):
        return False
    drawn = line.tag in subtitles.HEADINGS and line.tag != following.tag
    marked = DASH.match(following.text) or subtitles.MARKED.match(following.text)
    return bool(drawn or marked or (line.box and not following.box))


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
    if (first := next((i for i in able if _stands_first(lines[i].text)), None)) is not None:
        points[first] += 3 * all(line.kind not in ("menu", "button") for line in lines)
    best = max(able, key=lambda i: (points[i], -i))
    if story in (len(lines), MOST_ABOVE) and points[best] < SURE:
        best = able[0]
    for above in (best - 2, best - 1):  # a later line of it may win, for subtitles follow that one
        if above in able and points[above] > 0 and above + _whole_width(lines, above, story) > best:
            return above, _whole_width(lines, above, story)
    return best, _whole_width(lines, best, story)


def _stands_first(text: str) -> bool:
    """Whether the line may be a headline only because it is the first one that may be."""
    marked = DASH.match(text) or subtitles.MARKED.match(text) or LABELLED.match(text)
    return not (marked or _SERIES.fullmatch(text) or _BRACKETED.fullmatch(text))


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
    told = boilerplate.ends_sentence(text) and not text.rstrip("”’\"' ").endswith("?")
    points -= 3 * told + 3 * bool(LABELLED.match(text))
    points -= 8 * bool(_PHONE.search(text))
    points -= 3 * bool(_QUOTED.fullmatch(text) or _BRACKETED.fullmatch(text))
    after = lines[i + 1] if i + 1 < len(lines) else None
    points -= 4 * bool(_SERIES.fullmatch(text))
    points -= 6 * bool(offices.GIVER.search(text))
    points -= 5 * bool(after and titles.is_open_ended(text) and boilerplate.is_sentence(after.text))
    points -= 4 * bool(DASH.match(text) or subtitles.MARKED.match(text))
    return (
        points
        - 4 * bool(offices.OFFICE.fullmatch(text) and len(text) < 16)
        - 4 * bool(_PLACE.fullmatch(text))
    )


def _whole_width(lines: list[SourceLine], i: int, story: int) -> int:
    """The number of lines of the headline: up to three that are drawn alike."""
    three = lines[i : i + 3]
    drawn = len({line.tag for line in three}) == 1 and lines[i].tag in ("h2", "h3")
    following = lines[i + 3] if i + 3 < len(lines) else None
    alike = drawn and len({line.box for line in three}) == 1 and i + 3 <= story
    short = len(three) == 3 and all(
        _is_able(x, False) and len(x.text) <= LONGEST_HALF for x in three
    )
    unfinished = all(titles.is_open_ended(x.text) or x.text.endswith("에") for x in three[:2])
    if alike and short and unfinished and following and following.tag != lines[i].tag:
        return 3
    return _width(lines, i, story)


def _width(lines: list[SourceLine], i: int, story: int) -> int:
    """2 when the headline was broken into two lines, else 1."""
    if i + 1 >= story or not _is_able(lines[i + 1], False):
        return 1
    first, second = lines[i], lines[i + 1]
    if _SERIES.match(first.text) or _begins_anew(second.text):
        return 1
    near = second.box == first.box and (second.tag == first.tag or second.gap == 0)
    third = lines[i + 2] if i + 2 < len(lines) else None
    drawn = first.tag == second.tag in ("h2", "h3") and not (third and third.tag == first.tag)
    repeated = names.name_key(first.text) == names.name_key(second.text)
    fits = drawn and len(first.text) <= LONGEST_HALF and _is_short(first, second) and not repeated
    return 2 if near and (fits or titles.is_open_ended(first.text)) else 1


def _begins_anew(text: str) -> bool:
    """Whether the line cannot be the second half of a headline."""
    marked = DASH.match(text) or subtitles.MARKED.match(text) or LABELLED.match(text)
    offices = _HEADED.match(text)
    return bool(marked or offices or _BRACKETED.fullmatch(text)) or len(text) > LONGEST_SPOKEN


def _is_short(first: SourceLine, second: SourceLine) -> bool:
    return len(first.text + second.text) <= LONGEST_BROKEN


def _name_above(lines: list[SourceLine], i: int, chosen: int, top: Top) -> None:
    """Mark lines above the title as letterhead; pictures and tables only if letterhead follows."""
    line = lines[i]
    if line.tag == "figure" and line.kind is None:
        head = any(x.kind in _LETTERHEAD for x in lines[i + 1 : chosen])
        line.kind = "logo" if head else None
    if line.kind is not None or line.is_block:
        return
    if offices.OFFICE.fullmatch(line.text):
        top.facts.office = line.text
    if boilerplate.is_letter(line.text):
        line.kind = "letter"
    else:
        line.kind = "slogan" if _QUOTED.fullmatch(line.text) else "release-head"
