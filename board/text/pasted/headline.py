"""The headline of a document and its subtitles; what stands above is the letterhead.

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

from board.text.pasted import furniture, meta, titles
from board.text.pasted.cuts import Cuts
from board.text.pasted.head import MOST_SUBTITLE, Top, bare_subtitle
from board.text.pasted.lines import Line
from board.text.pasted.meta import LABELLED, Meta
from board.text.pasted.titles import DASH

SURE = 4  # points; a document without a sentence and a likelier title begins with its title
MOST_ABOVE = 60  # lines among which the title is looked for
MOST_SUBTITLES = 5
LONGEST_HALF, LONGEST_BROKEN = 36, 64  # letters of a headline's first line, and of both
SHORTEST_SUBTITLE = 5
HEADINGS = {"h2": 4, "h3": 2, "h4": 1}

OFFICE = re.compile(
    r"[가-힣A-Za-z· ]{1,22}(?:시|군|구|도|읍|면|청|의회|학교|교육지원청|경찰서|소방서|보건소|재단|공단|공사|센터"
    r"|도서관|박물관|협회|연합회|위원회|조합|대학교?|원|회|팀|실|과|관실|담당관)"
)
_LETTERHEAD = ("release-head", "embargo", "contact", "logo", "label")
_QUOTED = re.compile(r"[\W_]*[“\"‘'「『][^”\"’'」』]*[”\"’'」』][\W_]*")
_BRACKETED = re.compile(r"[<\[(〈《【].*[>\])〉》】]")
_MARKED = re.compile(r"\s*[□■○●◎◇◆▣▲△▶▷※☞]\s*")
_SECTION = re.compile(
    r"\s*(?:[□■○●◎▣※☞]|\d{1,2}[.)]\s|[가-하]\.\s|[Qq문]\d?[.)]|붙임|첨부|제\s?\d+\s?[장조])"
)
_SUBTITLE_LABEL = re.compile(r"\s*부\s?제(?:목)?\s*[:：|]\s*")
_PLACE = re.compile(
    r".*(?:www\.|https?:|\(?우\)?\s?\d{5}|@|\d+쪽|제?\s?\d+-\d+호|\d+ ?/ ?\d+).*|[\d\W]+"
)


def read(lines: list[Line], cuts: Cuts, *, letter: bool) -> Top:
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
            _learn_meta(lines[i], metas[i], top)
        _name_above(lines, i, chosen, top)
    repeats = titles.repeats(lines, chosen, width, story)
    for i in sorted(repeats):
        cuts.add("title-repeat", lines[i].text, lines[i].place)
    told = story < len(lines)
    below = _below(
        lines, chosen + width, story if told else len(lines), repeats, metas, told, top, cuts
    )
    top.rest = lines[:chosen] + below
    return top


def _story_start(lines: list[Line], letter: bool) -> int:
    for i, line in enumerate(lines):
        drawn = line.tag in HEADINGS or DASH.match(line.text)
        if (
            line.kind is None
            and line.tag != "figure"
            and furniture.is_sentence(line.text)
            and not (drawn and not furniture.ends_sentence(line.text))
            and not (letter and furniture.is_letter(line.text))
        ):
            return i
    return len(lines)


def _choose(
    lines: list[Line], story: int, metas: dict[int, Meta], letter: bool
) -> tuple[int | None, int]:
    """The place of the title and how many lines it takes."""
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


def _is_able(line: Line, letter: bool) -> bool:
    text = line.text
    return (
        line.kind is None
        and not line.is_block
        and titles.SHORTEST_TITLE <= len(text) <= titles.LONGEST_TITLE
        and "\t" not in text
        and not (letter and furniture.is_letter(text))
    )


def _points(lines: list[Line], i: int, story: int) -> int:
    line, text = lines[i], lines[i].text
    points = HEADINGS.get(line.tag, 0) + (2 if 10 <= len(text) <= 80 else 0)
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
    points -= 3 * bool(furniture.ends_sentence(text)) + 3 * bool(LABELLED.match(text))
    points -= 3 * bool(_QUOTED.fullmatch(text) or _BRACKETED.fullmatch(text))
    points -= 4 * bool(DASH.match(text) or _MARKED.match(text))
    return (
        points
        - 4 * bool(OFFICE.fullmatch(text) and len(text) < 16)
        - 4 * bool(_PLACE.fullmatch(text))
    )


def _width(lines: list[Line], i: int, story: int) -> int:
    """2 when the headline was broken into two lines, else 1."""
    if i + 1 >= story or not _is_able(lines[i + 1], False):
        return 1
    first, second = lines[i], lines[i + 1]
    marked = DASH.match(second.text) or _MARKED.match(second.text) or len(second.text) > 60
    if marked or LABELLED.match(second.text) or _BRACKETED.fullmatch(second.text):
        return 1
    near = second.box == first.box and (second.tag == first.tag or second.gap == 0)
    drawn = first.tag == second.tag == "h2" and len(first.text) <= LONGEST_HALF
    fits = drawn and len(first.text + second.text) <= LONGEST_BROKEN
    return 2 if near and (fits or titles.is_open_ended(first.text)) else 1


def _name_above(lines: list[Line], i: int, chosen: int, top: Top) -> None:
    """A line above the title is letterhead; pictures and tables are, if letterhead follows them."""
    line = lines[i]
    if line.tag == "figure" and line.kind is None:
        head = any(x.kind in _LETTERHEAD for x in lines[i + 1 : chosen])
        line.kind = "logo" if head else None
    if line.kind is not None or line.is_block:
        return
    if OFFICE.fullmatch(line.text):
        top.facts.office = line.text
    if furniture.is_letter(line.text):
        line.kind = "letter"
    else:
        line.kind = "slogan" if _QUOTED.fullmatch(line.text) else "release-head"


def _learn_meta(line: Line, said: Meta, top: Top) -> None:
    top.facts.learn_date(said.date, 3, line.text)
    if said.author and OFFICE.fullmatch(said.author):
        top.facts.office = top.facts.office or said.author
    elif said.author:
        top.facts.learn_byline(said.author, line.text)


def _below(
    lines: list[Line],
    start: int,
    story: int,
    repeats: set[int],
    metas: dict[int, Meta],
    told: bool,
    top: Top,
    cuts: Cuts,
) -> list[Line]:
    """What follows the title, without its repeats and the subtitles."""
    kept: list[Line] = []
    for i in range(start, len(lines)):
        line = lines[i]
        if i in repeats:
            continue
        if i in metas and line.kind is None:
            _learn_meta(line, metas[i], top)
            cuts.add("meta", line.text, line.place)
        elif line.kind is not None or line.tag == "figure" or _is_frame(line, top):
            kept.append(line)
        elif i < story and _is_subtitle(line, top, told):
            top.subtitles.append(_without_label(line, cuts))
            top.subtitle_lines.append(line)
        else:
            return kept + lines[i:]
    return kept


def _is_frame(line: Line, top: Top) -> bool:
    """Whether it is a cell of the letterhead that neither title nor subtitle stands in."""
    near = {known.box for known in (*top.title_lines, *top.subtitle_lines)}
    return line.framed and line.box not in near and not _SUBTITLE_LABEL.match(line.text)


def _without_label(line: Line, cuts: Cuts) -> str:
    label = _SUBTITLE_LABEL.match(line.text)
    if label:
        cuts.add("label", label[0], line.place)
    bare = line.text[label.end() :] if label else line.text
    return bare_subtitle(_MARKED.sub("", bare))


def _is_subtitle(line: Line, top: Top, told: bool) -> bool:
    text = line.text
    title = top.title_lines[-1]
    mate = line.box != 0 and line.box in (title.box, *(x.box for x in top.subtitle_lines))
    if line.is_block or "\t" in text or len(top.subtitles) >= MOST_SUBTITLES:
        return False
    if not SHORTEST_SUBTITLE <= len(text) <= MOST_SUBTITLE or furniture.ends_sentence(text):
        return False
    if _SUBTITLE_LABEL.match(text):
        return True
    if LABELLED.match(text) or (_SECTION.match(text) and not mate):
        return False
    if re.match(r"\s*[-–—―‐‑−]", text) or mate:
        return True
    return told or (line.tag in HEADINGS and title.tag == "h2")
