"""The top of a page: its title, chosen by points, and the facts that stand around it.

Points for a line that could be the title (it stands before the story and is no furniture):

    +5  the same words stand once more before the story, alone or as two lines joined
    +4  it is in the group of lines right above author, date and counts
    +4  the page's own <title> says the same
    +3  it is a heading in HTML (+1 for a small one)
    +2  it is as long as headlines are; -1 to -5 when shorter than 8 or longer than 120 letters
    +2  nothing but furniture stands before it
    -2  it is a link, as menus are
    -3  it ends as a sentence does, or starts with the dash of a subtitle, or is "label: value"

The earliest of the best wins. A line that calls itself 제목: is believed at once.
"""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, field

from board.text import names
from board.text.pasted import furniture
from board.text.pasted.cuts import Cuts
from board.text.pasted.lines import Line

MOST_SUBTITLE = 100  # characters
SHORTEST_TITLE = 4
MOST_METAS = 10  # lines with a date that are asked for a name above them
SHORTEST_REPEATED = 8  # letters; shorter words repeat by chance, as menus do

_TITLE_LABEL = re.compile(r"[-\s]*(?:제\s*목|subject|title)\s*[:：|\t]\s*(.+)", re.IGNORECASE)
_TITLE_PREFIX = re.compile(
    r"(?:(?:re|fw|fwd|전달|회신)\s*:|[\[(<【]\s?(?:보\s?도\s?(?:참고)?자\s?료|참고\s?자료)(?:\s?제공)?\s?[\])>】]"
    r"|보도자료\s*[-:：_])\s*",
    re.IGNORECASE,
)
_DASH = re.compile(r"^\s*(?:[-–—―‐‑−]{1,2}|[·ㆍ•◇◆▷▶])\s*(?=\S)")
_DASH_END = re.compile(r"\s*[-–—―‐‑−]+$")
_LABELLED = re.compile(r"\W*[가-힣A-Za-z· ]{1,10}\s*[:：]\s*\S")
_OPENERS = re.compile(r"[‘“「『《〈\[(]")
_CLOSERS = re.compile(r"[’”」』》〉\])]")
_UNFINISHED = re.compile(
    r"(?:[,·ㆍ&]|\s(?:및|위해|위한|위하여|대한|대해|따른|통한|통해|맞아|앞두고|이어|등))$"
    r"|[가-힣](?:에서|으로|에게|부터|까지|하고|하며|하여|의|을|를|와|과)$"
)

_META_LABELS = (
    r"작성자|글쓴이|등록자|게시자|기자명|닉네임|작성일시?|등록일시?|게시일|날짜|기사\s?입력|기사\s?승인|입력일?시?|승인"
    r"|최종\s?수정|수정일?시?|발행일?|업데이트|updated?\.?|\bby\b"
)
_AUTHOR = re.compile(
    r"(?:작성자|글쓴이|등록자|게시자|기자명|닉네임|이름)\s*[:：|]?\s*([^\s|/:：]{2,12}?(?:\s?기자)?)"
    r"(?=$|[\s|/:：(]|작성일|등록일|게시일|입력|조회|댓글|추천|날짜|\d{4})"
)
_NOISE = re.compile(
    rf"{_META_LABELS}|\d{{1,2}}:\d\d(?::\d\d)?|오전|오후|\(?[월화수목금토일](?:요일)?\)|\d{{1,3}}(?:\.[\d*]{{1,3}}){{3}}"
    r"|(?:추천|비추천|댓글|조회수?|공감|좋아요|스크랩|hits?|views?)\s*[:：]?\s*\(?[\d,]+\)?\s*(?:회|건|개|명)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[가-힣A-Za-z0-9_.]{2,12}(?:\s?기자)?")
_MAYBE_META = (None, "counter", "byline", "contact")
_RELEASE_BY = re.compile(r"[\[【(<]?\s*(.{2,25}?)\s+보\s?도\s?(?:참\s?고\s?|설\s?명\s?)?자\s?료.*")
_VALUE = re.compile(r"[^:：=|\t]*[:：=|\t]\s*(.+)")
_ADDRESS = re.compile(r"\s*[<(\[]?[\w.+-]+@[\w.-]+[>)\]]?\s*")


@dataclass
class Top:
    """What stands at the top, and the lines that follow it."""

    title: str = ""
    subtitles: list[str] = field(default_factory=list)
    subtitle_lines: list[Line] = field(default_factory=list)
    date: datetime.date | None = None
    byline: str | None = None
    organisation: str | None = None
    rest: list[Line] = field(default_factory=list)
    _certainty: int = 0

    def learn(self, line: Line, meta: "_Meta | None" = None) -> None:
        """Takes from a line that will not be shown what it says about the article."""
        if meta:
            self._learn_date(meta.date, 1 if meta.changed else 3)
            self.byline = self.byline or meta.author
        elif line.kind in ("release-head", "contact", "mail"):
            found = furniture.dates_in(line.text)
            self._learn_date(found[0][1] if found else None, 2)
            self._learn_organisation(line)
        elif line.kind == "byline":
            self.byline = self.byline or _ADDRESS.sub("", line.text).removeprefix("기자명").strip(
                " =/("
            )
        elif line.kind == "source":
            value = _VALUE.fullmatch(line.text)
            self.organisation = self.organisation or (value[1].strip(" )]") if value else None)

    def with_late_facts(self, lines: list[Line], cuts: Cuts) -> list[Line]:
        """The lines of the story, without the furniture among and below them."""
        kept = []
        for line in lines:
            if line.kind in (None, "menu", "mail", "release-head", "letter"):
                kept.append(line)
                continue
            self.learn(line)
            cuts.add(line.kind, line.text, line.place)
        return kept

    def _learn_date(self, found: datetime.date | None, certainty: int) -> None:
        if found and certainty > self._certainty:
            self.date, self._certainty = found, certainty

    def _learn_organisation(self, line: Line) -> None:
        by = _RELEASE_BY.fullmatch(line.text) if line.kind == "release-head" else None
        if by:
            self.organisation = self.organisation or by[1].strip(" [【(<")
        elif re.match(r"\W*(?:배\s?포\s?기관|보낸\s?(?:사람|이)|from)\s*[:：|\t]", line.text, re.I):
            value = _VALUE.fullmatch(line.text)
            sender = _ADDRESS.sub(" ", value[1]).strip(' "<>') if value else ""
            self.organisation = self.organisation or sender or None


@dataclass(frozen=True)
class _Meta:
    """Who wrote it and when; `bare` when the line says nothing but a date or a change."""

    date: datetime.date | None
    author: str | None
    changed: bool = False
    bare: bool = False


def read(lines: list[Line], cuts: Cuts) -> Top:
    """The top of the page; what it used up is cut, what it did not is in `rest`."""
    top = Top()
    story = _story_start(lines)
    metas = {i: meta for i, line in enumerate(lines[:story]) if (meta := _meta_of(line))}
    _add_lone_author(lines, metas)
    chosen, width = _choose(lines, story, metas)
    if chosen is None:
        top.rest = _without_top(lines, 0, metas, top, cuts)
        return top
    top.title = _title_of(lines[chosen : chosen + width], cuts)
    repeats = _repeats(lines, chosen, width, story)
    last = max(repeats, default=chosen + width - 1)
    for i in range(chosen):
        _cut_above(lines[i], metas.get(i), top, cuts)
    for i in sorted(repeats):
        cuts.add("title-repeat", lines[i].text, lines[i].place)
    between = [lines[i] for i in range(chosen + width, last + 1) if i not in repeats]
    kept = [line for line in between if not _used(line, metas, top, cuts, above_repeat=True)]
    top.rest = kept + _without_top(lines, last + 1, metas, top, cuts)
    return top


def _story_start(lines: list[Line]) -> int:
    for i, line in enumerate(lines):
        if (
            line.kind is None
            and furniture.is_sentence(line.text)
            and not furniture.is_letter(line.text)
        ):
            if i == 0 and len(lines) > 1 and lines[1].gap and len(line.text) <= MOST_SUBTITLE:
                continue  # a headline that is a whole sentence
            return i
    return len(lines)


# the title


def _choose(lines: list[Line], story: int, metas: dict[int, _Meta]) -> tuple[int | None, int]:
    """The place of the title and how many lines it takes."""
    for i, line in enumerate(lines[:story]):
        if _TITLE_LABEL.fullmatch(line.text):
            return i, 1
    able = [i for i in range(story) if _could_be_title(lines[i]) and i not in metas]
    if not able:
        return None, 0
    keys = _keys(lines, story)
    above_meta = _group_above(lines, metas)
    points = {i: _points(lines, i, keys, i in above_meta) + 2 * (i == able[0]) for i in able}
    best = max(able, key=lambda i: (points[i], -i))
    return best, _width(lines, best, story, keys)


def _could_be_title(line: Line) -> bool:
    text = line.text
    return (
        line.kind is None
        and not line.is_block
        and SHORTEST_TITLE <= len(text) <= 200
        and "\t" not in text
        and not furniture.is_letter(text)
    )


def _points(lines: list[Line], i: int, keys: dict[str, list[int]], above_meta: bool) -> int:
    line = lines[i]
    size = len(line.text)
    points = 2 if 10 <= size <= 80 else 0
    points -= (size < 8) + 3 * (size < 6) + 5 * (size > 120)
    points += 5 * (_is_repeated(lines, i, keys)) + 4 * above_meta + 4 * line.in_title
    points += {"h2": 3, "h3": 1}.get(line.tag, 0)
    points -= 2 * (line.linked > 0.8)
    points -= 3 * bool(furniture.ends_sentence(line.text))
    points -= 3 * bool(_DASH.match(line.text)) + 3 * bool(_LABELLED.match(line.text))
    return points


def _key(text: str) -> str:
    return names.name_key(_TITLE_PREFIX.sub("", text))


def _keys(lines: list[Line], story: int) -> dict[str, list[int]]:
    """Where each line's words stand, for the lines above the story."""
    keys = defaultdict(list)
    for i, line in enumerate(lines[:story]):
        label = _TITLE_LABEL.fullmatch(line.text)
        key = _key(label[1] if label else line.text)
        if len(key) >= SHORTEST_REPEATED:
            keys[key].append(i)
    return keys


def _is_repeated(lines: list[Line], i: int, keys: dict[str, list[int]]) -> bool:
    joined = _key(lines[i].text + (lines[i + 1].text if i + 1 < len(lines) else ""))
    return len(keys.get(_key(lines[i].text), ())) > 1 or joined in keys


def _group_above(lines: list[Line], metas: dict[int, _Meta]) -> set[int]:
    """The up to three lines right above author, date and counts."""
    telling = [i for i in metas if not metas[i].bare] or list(metas)
    for meta in telling:
        group: set[int] = set()
        i = meta - 1
        while i >= 0 and (lines[i].kind in ("button", "byline", "counter") or i in metas):
            i -= 1
        while i >= 0 and len(group) < 3 and lines[i].kind is None and i not in metas:
            group.add(i)
            i -= 1
        if group:
            return group
    return set()


def _width(lines: list[Line], i: int, story: int, keys: dict[str, list[int]]) -> int:
    """2 when the headline was broken into two lines, else 1."""
    if i + 1 >= story or not _could_be_title(lines[i + 1]) or _DASH.match(lines[i + 1].text):
        return 1
    title, following = lines[i].text, lines[i + 1]
    if _key(title + following.text) in keys:
        return 2
    open_ended = len(_OPENERS.findall(title)) > len(_CLOSERS.findall(title))
    breaks = following.gap == 0 and not following.tag and len(following.text) <= 60
    # Where subtitles have dashes, a line without one is not a subtitle.
    dashed = i + 2 < story and _DASH.match(lines[i + 2].text) and lines[i + 2].gap <= 2
    return 2 if breaks and (open_ended or dashed or _UNFINISHED.search(title)) else 1


def _title_of(lines: list[Line], cuts: Cuts) -> str:
    text = " ".join(" ".join(line.text.split()) for line in lines)
    label = _TITLE_LABEL.fullmatch(text)
    if label:
        cuts.add("label", text[: label.start(1)], lines[0].place)
        text = label[1]
    while prefix := _TITLE_PREFIX.match(text):
        if prefix.end() == len(text):
            break
        cuts.add("label", prefix[0], lines[0].place)
        text = text[prefix.end() :]
    return text.strip()


def _repeats(lines: list[Line], chosen: int, width: int, story: int) -> set[int]:
    """The places below the title, above the story, where it stands again."""
    label = _TITLE_LABEL.fullmatch(lines[chosen].text)
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


# what stands around it


def _cut_above(line: Line, meta: _Meta | None, top: Top, cuts: Cuts) -> None:
    top.learn(line, meta)
    kind = "meta" if meta else line.kind
    if kind is None:
        kind = "letter" if furniture.is_letter(line.text) else "menu"
    cuts.add(kind, line.text, line.place)


def _without_top(
    lines: list[Line], start: int, metas: dict[int, _Meta], top: Top, cuts: Cuts
) -> list[Line]:
    """The lines from the first that belongs to the story; above it only subtitles and facts."""
    last_meta = max(metas, default=-1)
    for i in range(start, len(lines)):
        line = lines[i]
        near = line.gap == 0 and i == start + len(top.subtitles) and top.title != ""
        if not _used(line, metas, top, cuts, above_meta=i < last_meta, near=near):
            return lines[i:]
    return []


def _used(
    line: Line,
    metas: dict[int, _Meta],
    top: Top,
    cuts: Cuts,
    *,
    above_repeat: bool = False,
    above_meta: bool = False,
    near: bool = False,
) -> bool:
    """Whether the line was part of the top: a fact, furniture or a subtitle."""
    meta = metas.get(line.place)
    if meta or line.kind not in (None, "contact-detail"):
        if line.kind in ("board-list", "footer", "related", "comments") and top.title:
            return False  # the end, not the top
        top.learn(line, meta)
        cuts.add("meta" if meta else line.kind or "", line.text, line.place)
        return True
    if above_repeat and furniture.is_letter(line.text):
        cuts.add("letter", line.text, line.place)
        return True
    if _is_subtitle(line, unmarked=above_repeat or above_meta or near):
        top.subtitles.append(_bare_subtitle(line.text))
        top.subtitle_lines.append(line)
        return True
    if above_repeat and not furniture.is_sentence(line.text) and not line.is_block:
        cuts.add("menu", line.text, line.place)
        return True
    return False


def _is_subtitle(line: Line, *, unmarked: bool) -> bool:
    text = line.text
    if line.is_block or len(text) > MOST_SUBTITLE or "\t" in text or _LABELLED.match(text):
        return False
    if furniture.ends_sentence(text):
        return False
    if _DASH.match(text):
        return len(text) >= SHORTEST_TITLE
    return unmarked and 8 <= len(text) <= 80 and not re.match(r"[▲△○●□■※*\d(\[]", text)


def _bare_subtitle(text: str) -> str:
    return _DASH_END.sub("", _DASH.sub("", text)).strip()


# author, date and counts


def _meta_of(line: Line) -> _Meta | None:
    """The line as one that says who wrote when, if nothing else is in it."""
    text = line.text.strip("•·* ")
    if line.is_block or len(text) > 120 or line.kind not in _MAYBE_META:
        return None
    noise = _NOISE.search(text)
    if _DASH.match(line.text) or (_LABELLED.match(text) and not (noise and noise.start() == 0)):
        return None
    author = _AUTHOR.search(text)
    dates = furniture.dates_in(text)
    if not dates:
        alone = author and author.start() == 0 and len(text) - author.end() <= 2
        return _Meta(None, _clean_name(author[1])) if author and alone else None
    rest = text.replace(author[1], "|", 1) if author else text
    for written, _ in dates:
        rest = rest.replace(written, "|", 1)
    parts = [part.strip(" :：()[],.~-") for part in re.split(r"[|/ㅣ·]", _NOISE.sub("|", rest))]
    parts = [part for part in parts if part]
    changed = (
        re.match(r"\W*(?:(?:최종\s?)?수정|updated?|업데이트)", text, re.IGNORECASE) is not None
    )
    name_first = text.index(dates[0][0]) > 0
    names_ = [author[1]] if author else _names(parts, noise is not None, name_first)
    if names_ is None or (author and len("".join(parts)) > 15):
        return None
    return _Meta(dates[0][1], _clean_name(names_[-1]) if names_ else None, changed, not names_)


def _names(parts: list[str], noisy: bool, name_first: bool) -> list[str] | None:
    """What is left of the line if all of it is names, reporters alone where there are some."""
    if not all(_NAME.fullmatch(part) or (noisy and len(part) <= 12) for part in parts):
        return None
    if parts and not (noisy or name_first):
        return None
    return [part for part in parts if part.endswith("기자")] or parts


def _clean_name(text: str) -> str | None:
    return _ADDRESS.sub("", text).strip(" :|/") or None


def _add_lone_author(lines: list[Line], metas: dict[int, _Meta]) -> None:
    """A name alone on the line above a line with nothing but the date, as blogs have it."""
    for i in sorted(metas)[:MOST_METAS]:
        above = i - 1
        if metas[i].author or metas[i].date is None or above < 1 or above in metas:
            continue
        line = lines[above]
        titled = any(_could_be_title(x) and len(x.text) >= 10 for x in lines[:above])
        if titled and line.kind is None and re.fullmatch(r"[가-힣A-Za-z0-9_.]{2,10}", line.text):
            metas[above] = _Meta(None, line.text)
            return
