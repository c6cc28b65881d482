"""Byline and date lines: who wrote an article and when, among counts and labels."""

import datetime
import re
from dataclasses import dataclass

from board.text.extraction import boilerplate, offices
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.lines import SourceLine

MOST_METAS = 10  # lines with a date that are asked for a name above them
LONGEST = 120  # characters
SHORTEST_HEADLINE = 10

_META_LABELS = (
    r"작성자|글쓴이|등록자|게시자|기자명|닉네임|작성일시?|등록일시?|게시일|날짜|기사\s?입력|기사\s?승인|입력일?시?|승인"
    r"|배포|제공|최종\s?수정|수정일?시?|발행일?|업데이트|updated?\.?|\bby\b"
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
_RELEASE = re.compile(patterns.RELEASE_NAME)
_DASH = re.compile(r"\s*[-–—―‐‑−]")
LABELLED = re.compile(r"\W*[가-힣A-Za-z· ]{1,10}\s*[:：]\s*\S")
ADDRESS = re.compile(r"\s*[<(\[]?[\w.+-]+@[\w.-]+[>)\]]?\s*")


@dataclass(frozen=True)
class ArticleMeta:
    """Author and date of a line; `bare` when it holds only a date or a change."""

    date: datetime.date | None
    author: str | None
    changed: bool = False
    bare: bool = False


def find(lines: list[SourceLine]) -> dict[int, ArticleMeta]:
    """{index: metadata} of byline and date lines; `lines` stand above the story."""
    metas = {i: meta for i, line in enumerate(lines) if (meta := _meta_of(line))}
    _add_lone_author(lines, metas)
    return metas


def _meta_of(line: SourceLine) -> ArticleMeta | None:
    """The line's metadata, or None if it holds anything else."""
    text = line.text.strip("•·* ")
    if line.is_block or len(text) > LONGEST or line.kind not in _MAYBE_META:
        return None
    if _RELEASE.search(text):
        return None  # [보도자료] 새들군 / 2026. 3. 5.
    noise = _NOISE.search(text)
    if _DASH.match(line.text) or (LABELLED.match(text) and not (noise and noise.start() == 0)):
        return None
    author = _AUTHOR.search(text)
    dates = boilerplate.dates_in(text)
    if not dates:
        alone = author and author.start() == 0 and len(text) - author.end() <= 2
        return ArticleMeta(None, _clean_name(author[1])) if author and alone else None
    rest = text.replace(author[1], "|", 1) if author else text
    for written, _ in dates:
        rest = rest.replace(written, "|", 1)
    parts = [part.strip(" \t:：()[],.~-") for part in re.split(r"[|/ㅣ·]", _NOISE.sub("|", rest))]
    parts = [part for part in parts if part]
    changed = (
        re.match(r"\W*(?:(?:최종\s?)?수정|updated?|업데이트)", text, re.IGNORECASE) is not None
    )
    name_first = text.index(dates[0][0]) > 0
    names_ = [author[1]] if author else _names(parts, noise is not None, name_first)
    if names_ is None or (author and len("".join(parts)) > 15):
        return None
    return ArticleMeta(
        dates[0][1], _clean_name(names_[-1]) if names_ else None, changed, not names_
    )


def _names(parts: list[str], noisy: bool, name_first: bool) -> list[str] | None:
    """The rest of the line if all of it is names (only reporters, where there are some)."""
    if not all(_NAME.fullmatch(part) or (noisy and len(part) <= 12) for part in parts):
        return None
    office = len(parts) == 1 and offices.is_office(parts[0])
    if parts and not (noisy or name_first or office):
        return None
    return [part for part in parts if part.endswith("기자")] or parts


def _clean_name(text: str) -> str | None:
    return ADDRESS.sub("", text).strip(" :|/") or None


def _add_lone_author(lines: list[SourceLine], metas: dict[int, ArticleMeta]) -> None:
    """Add a name alone on the line above a date line, as blogs have it."""
    for i in sorted(metas)[:MOST_METAS]:
        above = i - 1
        if metas[i].author or metas[i].date is None or above < 1 or above in metas:
            continue
        line = lines[above]
        titled = any(x.kind is None and len(x.text) >= SHORTEST_HEADLINE for x in lines[:above])
        if titled and line.kind is None and re.fullmatch(r"[가-힣A-Za-z0-9_.]{2,10}", line.text):
            metas[above] = ArticleMeta(None, line.text)
            return
