"""Document boilerplate below the title: facts, officials and enclosures taken out of the story."""

import html
import re

from board.text import plain
from board.text.extraction import boilerplate, embargo, giver
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.cuts import Cuts
from board.text.extraction.head import Top
from board.text.extraction.lines import SourceLine

LONGEST_CONTACT = 110  # characters
BANNER = 3  # times as wide as high
SMALLEST_PHOTO = 400  # pixels of the longer side; a smaller one is a licence mark or a code

_OFFICIAL = re.compile(
    r"담당|팩스|[Ff][Aa][Xx]|과장|팀장|계장|국장|주무관|사무관|서기관|장학사|교사|교감|교장|행정실|경위|경감|경사|소방[위경장]|대리|간사"
    r"|사무국|사무장|대변인|공보|홍보|기획|(?:자료|취재|보도|언론)\s?문의|문의\s?\((?:자료|취재|보도|언론)|[가-힣]{2,4}\s?(?:드림|올림)"
)
_ASKED = re.compile(
    rf"\W*(?:문\s?의(?:처)?|연락처)\W+(?=.*[가-힣]{{2}}).{{2,60}}(?:{patterns.PHONE}|{patterns.MAIL_ADDRESS})\W*"
)
_PUBLIC = re.compile(r"신청|접수|예약|예매|참가|상담|신고|제보|누구나|관람|후원")
_SIGNED = re.compile(r".{0,40}[가-힣]{2,4}\s?(?:드림|올림|배상)\W*")
_ENCLOSED = re.compile(
    r"\W*(?:붙\s?임|첨\s?부|별\s?첨)\s*(?:자료|파일|문서)?\s*\d{0,2}\s*[.):：\]>]?\s*(?P<what>.*)"
)
_COUNTED = re.compile(
    r".*\d+\s*(?:부|매|장|건|점|쪽|식|개|종)[\s.)]*(?:각\s?\d+\s?부\W*)?(?:끝\W*)?|.*\.(?:hwpx?|pdf|jpe?g|png|zip|docx?)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W*\d{1,2}\s*[.)]\s*\S.*|\W*[-○·]\s*\S.*")
_SLOGAN = re.compile(r"[\W_]*[“\"‘'「『][^”\"’'」』]{4,50}[”\"’'」』][\W_]*")
_SIZE = re.compile(r'width="(\d{1,6})" height="(\d{1,6})"')
_KIND = re.compile(r"picture:\d+")


def without(top: Top, cuts: Cuts, *, letter: bool, given: bool = True) -> list[SourceLine]:
    """The story lines; facts go to `top.facts`, the words left out to the cuts.

    `given`: an office gives it, which the story names; else a reporter wrote it.
    """
    lines = _signed_off(top.rest) if letter else top.rest
    last = max((i for i, line in enumerate(lines) if _tells(line)), default=-1)
    first = next((i for i, line in enumerate(lines) if _tells(line)), len(lines))
    for i, line in enumerate(lines):
        outside = line.kind == "release-head" or (line.kind is None and not first <= i <= last)
        beside = line.framed and line.kind is None
        if (
            outside
            and not line.is_block
            and (beside or _is_official(line.text) or (i > last and _is_asked(line.text)))
        ):
            line.kind = "contact" if i > last or not beside else "release-head"
    for line in lines:
        without_embargo(line, top, cuts)
    _name_banners(lines, last)
    _name_enclosures(lines)
    kept = []
    for i, line in enumerate(lines):
        if (
            line.kind is None
            and i > last >= 0
            and not line.is_block
            and _SLOGAN.fullmatch(line.text)
        ):
            line.kind = "slogan"
        if line.kind is None:
            kept.append(line)
            continue
        top.facts.learn(line)
        picture = _KIND.search(line.html) if line.kind == "logo" else None
        cuts.add(line.kind, f"{picture[0] if picture else ''} {line.text}", line.place)
    if given:
        giver.learn(top, kept)
    return kept


def _name_banners(lines: list[SourceLine], last: int) -> None:
    """Mark pictures below the contact box that are shaped as banners and licence marks are."""
    foot = max(
        (i for i, line in enumerate(lines) if i > last and line.kind == "contact"), default=-1
    )
    for line in lines[foot + 1 :] if foot >= 0 else []:
        if line.tag == "figure" and not line.text and line.kind is None and _is_banner(line.html):
            line.kind = "logo"


def _is_banner(figure: str) -> bool:
    size = _SIZE.search(figure)
    if not size:
        return False
    width, height = int(size[1]), int(size[2])
    return width >= BANNER * height or max(width, height) < SMALLEST_PHOTO


def without_embargo(line: SourceLine, top: Top, cuts: Cuts) -> None:
    """Take the words that ask not to publish yet out of a paragraph, which stays."""
    asked = "" if line.is_block or line.kind not in (None, "embargo") else embargo.phrase(line.text)
    if not asked:
        return
    rest = line.text.replace(asked, "", 1).strip(" ,")
    if not rest or asked not in plain.text_of(line.html):
        line.kind = "embargo"
        return
    top.facts.embargo_line = top.facts.embargo_line or asked
    cuts.add("embargo", asked, line.place)
    written = html.escape(asked, quote=False)
    whole = line.html.replace(written, "", 1) if written in line.html else html.escape(rest)
    line.kind, line.text, line.html = None, rest, whole.strip(" ,")


def _tells(line: SourceLine) -> bool:
    return line.kind is None and boilerplate.is_sentence(line.text)


def _is_official(text: str) -> bool:
    """Whether the line says how to reach an official, and is not meant for readers."""
    if (
        len(text) > LONGEST_CONTACT
        or not patterns.PHONE_OR_MAIL.search(text)
        or boilerplate.is_sentence(text)
    ):
        return False
    return _OFFICIAL.search(text) is not None and not _PUBLIC.search(text)


def _is_asked(text: str) -> bool:
    """Whether a line below the story names the office or the person to ask."""
    return _ASKED.fullmatch(text) is not None and not _PUBLIC.search(text)


def _signed_off(lines: list[SourceLine]) -> list[SourceLine]:
    """A mail's lines without the closing and the signature."""
    told = max(
        (i for i, x in enumerate(lines) if _tells(x) and not boilerplate.is_letter(x.text)),
        default=-1,
    )
    signed = False
    for i, line in enumerate(lines):
        if i > told and line.kind in (None, "rule") and not line.is_block:
            signed = signed or line.kind == "rule" or bool(_SIGNED.fullmatch(line.text))
            if line.kind is None and boilerplate.is_letter(line.text):
                line.kind = "letter"
            elif line.kind is None and signed:
                line.kind = "contact"
    return lines


def _name_enclosures(lines: list[SourceLine]) -> None:
    """Mark lists of enclosures; a heading over following content is not one."""
    within = False
    for i, line in enumerate(lines):
        if line.kind is not None or line.is_block:
            within = within and line.kind is not None
            continue
        found = _ENCLOSED.fullmatch(line.text)
        counted = _COUNTED.fullmatch(line.text) is not None
        headed = found and not counted and i + 1 < len(lines) and not found["what"].strip()
        following = lines[i + 1] if i + 1 < len(lines) else None
        lists = headed and following and _COUNTED.fullmatch(following.text)
        if (found and (counted or lists)) or (
            within and counted and _NUMBERED.fullmatch(line.text)
        ):
            line.kind, within = "enclosure", True
        elif found and len(line.text) <= 40 and following is None:
            line.kind = "enclosure"
        else:
            if (
                found
                and len(line.text) <= 60
                and following
                and not boilerplate.ends_sentence(line.text)
            ):
                line.tag = "h2"
            within = False
