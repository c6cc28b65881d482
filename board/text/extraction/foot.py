"""Foot of a pasted release: officials, departments and signatures below its last sentence."""

import re

from board.text.extraction import boilerplate
from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.lines import SourceLine

LONGEST = 110  # characters
SHORTEST = 3  # letters of a name that is sought in the foot

_LABELLED = re.compile(
    rf"{patterns.BULLET}(?:{patterns.BOX_LABELS}|{patterns.DETAIL_LABELS}|연락처)(?:\s*[:：|\t]|\s+).{{0,60}}"
    r"|최종\s?(?:수정|업데이트|갱신)\s?일?\s*[:：]?\s*\d.*"
)
_SIGNED = re.compile(r".{0,40}[가-힣]{2,4}\s?(?:드림|올림|배상)\W*|.{0,12}(?:에서|으로)\s보냄")
_PUBLIC = re.compile(
    r"신청|접수|예약|예매|참가|상담|신고|제보|누구나|관람|후원|^\W*문의(?!.*(?:과|팀|실|담당))"
)
_AUTOMATIC = re.compile(r".*(?:발신\s?전용|회신(?:되지|이\s?되지|하지)).*")


def name(lines: list[SourceLine], *, signed: bool) -> None:
    """Mark the officials below the story as "contact". `signed`: the paste was a message, in which
    whatever stands around a telephone number is the sender's signature."""
    told = max((i for i, line in enumerate(lines) if _tells(line)), default=len(lines))
    below = [line for line in lines[told + 1 :] if not line.is_block]
    for line in below:
        if line.kind is None and (_LABELLED.fullmatch(line.text) or _is_official(line.text)):
            line.kind = "contact"
    if signed:
        _name_signature(below)


def _tells(line: SourceLine) -> bool:
    return line.kind is None and boilerplate.is_sentence(line.text)


def _is_official(text: str) -> bool:
    return (
        len(text) <= LONGEST
        and bool(patterns.PHONE_OR_MAIL.search(text))
        and not _PUBLIC.search(text)
    )


def _name_signature(below: list[SourceLine]) -> None:
    """Mark closing words, and all lines from the signature's name on or beside a number."""
    signed = False
    for i, line in enumerate(below):
        signed = signed or bool(_SIGNED.fullmatch(line.text)) or line.kind == "rule"
        beside = [x for x in below[max(i - 1, 0) : i + 2] if x.kind == "contact"]
        if line.kind is not None:
            continue
        if boilerplate.is_letter(line.text) or _AUTOMATIC.fullmatch(line.text):
            line.kind = "letter"
        elif signed or (
            beside and len(line.text) <= 40 and not boilerplate.ends_sentence(line.text)
        ):
            line.kind = "contact"
