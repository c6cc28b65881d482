"""Title detection in a pasted page, by a score.

Points for a line that could be the title (it stands before the story and is no boilerplate):

    +5  the same words stand once more before the story, alone or as two lines joined
    +4  it is in the group of lines right above author, date and counts
    +4  the page's own <title> says the same
    +3  it is a heading in HTML (+1 for a small one)
    +2  it is as long as headlines are; -1 to -5 when shorter than 8 or longer than 120 letters
    +3  the letterhead ends right above it; -2 when it ends further below
    +2  nothing but boilerplate stands before it
    +1  it has a comma or dots, as headlines have them
    -2  it is a link, as menus are
    -3  it ends as a sentence does, or starts with the dash of a subtitle, or is "label: value"

The earliest of the best wins. A line that calls itself 제목: is believed at once.
"""

import re
from collections import defaultdict

from board.text import marks, names
from board.text.extraction import boilerplate, meta
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.cuts import Cuts
from board.text.extraction.lines import SourceLine
from board.text.extraction.meta import LABELLED, ArticleMeta

SHORTEST_TITLE = 4
LONGEST_TITLE = 200
SHORTEST_REPEATED = 8  # letters; shorter words repeat by chance, as menus do

TITLE_LABEL = re.compile(
    r"[-\s○●□■◇◆◎▶·]*(?:제\s*목|subject|title)\s*[:：|\t]\s*(.+)", re.IGNORECASE
)
TITLE_PREFIX = re.compile(
    r"(?:(?:re|fw|fwd|전달|회신)\s*:|[\[(<【][^\])>】]{0,20}(?:보\s?도\s?(?:참고)?자\s?료|참고\s?자료)[^\])>】]{0,15}[\])>】]"
    r"|보도자료\s*[-:：_])\s*",
    re.IGNORECASE,
)
# What a line may begin with that stands between a title and its story; □ and ○ begin the story.
_SUBTITLE_MARKS = re.escape("◇◆◈❖▷▶▸▹►▻▴▵▾▿" + marks.ARROWS + marks.DOTS + marks.NUMBERS)
DASH = re.compile(
    rf"^\s*(?:[{re.escape(marks.DASHES)}]{{1,2}}|[{_SUBTITLE_MARKS}])\s*(?=[\w“‘\"'「『《〈<(\[])"
)
MARKED = re.compile(rf"{DASH.pattern}|\s*(?:[□■○●▲△▴◦※☞◎▣◈★☆]|[ㅇ~]\s)")
LETTERHEAD = ("release-head", "embargo")
_NUMBER = re.compile(patterns.PHONE)
_OPENERS = re.compile(r"[‘“「『《〈\[(]")
_CLOSERS = re.compile(r"[’”」』》〉\])]")
_POSTED = re.compile(r"\W*(?:작성|등록|게시|입력)\s?일|\W*조회")
LONGEST_HALF = 60  # characters of each line of a headline that is a sentence
_HALF_SENTENCE = re.compile(r"[^,，]*[가-힣](?:도|에|를|을|어|해|며|서|은|는|의|으로|하고|하게)")
_UNFINISHED = re.compile(
    r"(?:[,·ㆍ&]|\s(?:및|위해|위한|위하여|대한|대해|따른|통한|통해|맞아|앞두고|이어|등))$"
    r"|[가-힣](?:에서|으로|에게|부터|까지|하고|하며|하여|의|을|를|와|과|는)$"
)


def choose(
    lines: list[SourceLine],
    story: int,
    metas: dict[int, ArticleMeta],
    subject: SourceLine | None = None,
) -> tuple[int | None, int]:
    """(index of the title or None, how many lines it takes)."""
    for i, line in enumerate(lines[:story]):
        if TITLE_LABEL.fullmatch(line.text) and line is not subject:
            return i, _width(lines, i, story, {})
    able = [i for i in range(story) if _could_be_title(lines[i]) and i not in metas]
    able = [i for i in able if not MARKED.match(lines[i].text)] or able
    if not able:
        return (None, 0) if subject is None else (subject.place, 1)
    stood = keys(lines, story)
    above_meta = _group_above(lines, metas)
    points = {
        i: _points(lines, i, story, stood, i in above_meta) + 2 * (i == able[0]) for i in able
    }
    best = max(able, key=lambda i: (points[i], -i))
    return best, _width(lines, best, story, stood)


def has_title(lines: list[SourceLine]) -> bool:
    """Whether one of the lines could be a title."""
    metas = meta.find(lines)
    return any(_could_be_title(line) for i, line in enumerate(lines) if i not in metas)


def _could_be_title(line: SourceLine) -> bool:
    text = line.text
    return (
        line.kind is None
        and not line.is_block
        and SHORTEST_TITLE <= len(text) <= LONGEST_TITLE
        and "\t" not in text
        and not _NUMBER.search(text)
        and not boilerplate.is_letter(text)
    )


def _points(
    lines: list[SourceLine], i: int, story: int, stood: dict[str, list[int]], above_meta: bool
) -> int:
    line = lines[i]
    size = len(line.text)
    points = 2 if 10 <= size <= 80 else 0
    points -= (size < 8) + 3 * (size < 6) + 5 * (size > 120)
    points += 5 * (is_repeated(lines, i, stood)) + 4 * above_meta + 4 * line.in_title
    points += {"h2": 3, "h3": 1}.get(line.tag, 0)
    points -= 2 * (line.linked > 0.8)
    head = max((j for j in range(story) if lines[j].kind in LETTERHEAD), default=-2)
    points += 3 * (head == i - 1) - 2 * (head > i) + bool(re.search(r"[,，…]", line.text))
    points -= 3 * bool(boilerplate.ends_sentence(line.text))
    points -= 3 * bool(DASH.match(line.text)) + 3 * bool(LABELLED.match(line.text))
    return points


def _key(text: str) -> str:
    return names.name_key(TITLE_PREFIX.sub("", text))


def keys(lines: list[SourceLine], story: int) -> dict[str, list[int]]:
    """{normalised words: indexes} of the lines above the story."""
    found = defaultdict(list)
    for i, line in enumerate(lines[:story]):
        label = TITLE_LABEL.fullmatch(line.text)
        key = _key(label[1] if label else line.text)
        if len(key) >= SHORTEST_REPEATED:
            found[key].append(i)
    return found


def is_repeated(lines: list[SourceLine], i: int, stood: dict[str, list[int]]) -> bool:
    """Whether the line, alone or with the next, occurs once more in `stood`."""
    key = _key(lines[i].text)
    following = _key(lines[i + 1].text) if i + 1 < len(lines) else ""
    return len(stood.get(key, ())) > 1 or bool(following and key + following in stood)


def _group_above(lines: list[SourceLine], metas: dict[int, ArticleMeta]) -> set[int]:
    """Indexes of up to three lines right above author, date and counts."""
    telling = [i for i in metas if not metas[i].bare] or list(metas)
    for place in telling:
        group: set[int] = set()
        i = place - 1
        while i >= 0 and (lines[i].kind in ("button", "byline", "counter") or i in metas):
            i -= 1
        while i >= 0 and len(group) < 3 and lines[i].kind is None and i not in metas:
            group.add(i)
            i -= 1
        if group:
            return group
    return set()


def _width(lines: list[SourceLine], i: int, story: int, stood: dict[str, list[int]]) -> int:
    """2 when the headline was broken into two lines, else 1."""
    if i + 1 >= story or not _could_be_title(lines[i + 1]) or DASH.match(lines[i + 1].text):
        return 1
    title, following = lines[i].text, lines[i + 1]
    if _POSTED.match(following.text):
        return 1
    if _key(title + following.text) in stood:
        return 2
    if ends_headline(lines, i + 1):
        return 2
    breaks = following.gap == 0 and not following.tag and len(following.text) <= 60
    # Where subtitles have dashes, a line without one is not a subtitle.
    dashed = i + 2 < story and DASH.match(lines[i + 2].text) and lines[i + 2].gap <= 2
    return 2 if breaks and (dashed or is_open_ended(title)) else 1


def ends_headline(lines: list[SourceLine], i: int) -> bool:
    """Whether this sentence is the second half of a headline in two lines, apart from the story."""
    above, line = lines[i - 1], lines[i]
    following = lines[i + 1] if i + 1 < len(lines) else None
    said = following and (following.kind or DASH.match(following.text) or meta.find([following]))
    apart = said or (following and following.gap)
    halves = line.gap == 0 < i and above.kind is None and above.tag == line.tag
    short = len(above.text) <= LONGEST_HALF and len(line.text) <= LONGEST_HALF
    begun = _HALF_SENTENCE.fullmatch(above.text) and not MARKED.match(above.text)
    ended = boilerplate.ends_sentence(line.text) and not boilerplate.is_announced(line.text)
    return bool(halves and short and begun and ended and apart)


def is_open_ended(title: str) -> bool:
    """Whether a headline is incomplete: an open bracket, or a particle without its verb."""
    opened = len(_OPENERS.findall(title)) > len(_CLOSERS.findall(title))
    return opened or _UNFINISHED.search(title) is not None


def written(lines: list[SourceLine], cuts: Cuts) -> str:
    """The title in these lines without its label and prefixes, which are cut."""
    label = TITLE_LABEL.fullmatch(lines[0].text)
    if label:
        cuts.add("label", label[0][: label.start(1)], lines[0].place)
    parts = [label[1] if label else lines[0].text, *(line.text for line in lines[1:])]
    text = " ".join(" ".join(parts).split())
    while prefix := TITLE_PREFIX.match(text):
        if prefix.end() == len(text):
            break
        cuts.add("label", prefix[0], lines[0].place)
        text = text[prefix.end() :]
    return text.strip()


def repeats(lines: list[SourceLine], chosen: int, width: int, story: int) -> set[int]:
    """Indexes below the title and above the story where the title occurs again."""
    label = TITLE_LABEL.fullmatch(lines[chosen].text)
    title = _key(label[1] if label else "".join(x.text for x in lines[chosen : chosen + width]))
    if len(title) < SHORTEST_REPEATED:
        return set()
    found: set[int] = set()
    for i in range(chosen + width, story):
        key = _key(lines[i].text)
        joined = _key(lines[i].text + lines[i + 1].text) if i + 1 < story else ""
        if key == title or _is_shortened(lines[i].text, key, title):
            found.add(i)
        elif joined == title:
            found.update((i, i + 1))
    return found


def _is_shortened(text: str, key: str, title: str) -> bool:
    return len(key) >= 12 and text.rstrip().endswith(("…", "...")) and title.startswith(key)
