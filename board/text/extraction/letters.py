"""Official letters (시행문): 수신, 경유 and 제목 above numbered paragraphs, the sender's title below.

솔내시
수신  수신자 참조
(경유)
제목  입산 통제 안내
1. …
붙임  구간 목록 1부.  끝.
솔내시장
주무관 …  시행 산림과-1204 (2026. 10. 1.)
"""

import html
import re

from board.text.extraction import boilerplate_patterns as patterns
from board.text.extraction.head import Top
from board.text.extraction.lines import SourceLine

MOST_ABOVE = 12  # lines among which 수신 stands
MOST_BETWEEN = 5  # lines from 수신 to 제목

_RECEIVER = re.compile(r"\W*수\s*신(?:\s*자)?\s*[:：|]?\s+\S.*|\W*수\s*신(?:\s*자)?\s*[:：|]?")
_VIA = re.compile(r"\W*\(?\s*경\s*유\s*\)?\W*.{0,20}|\W*참\s*조\s*[:：|]?\s.{0,40}")
_SUBJECT = re.compile(r"\W*제\s*목\s*[:：|]?\s+(\S.*)")
_SENDS = re.compile(rf"{patterns.RELEASE_NAME}(?:를|을)?\s?(?:제공|송부|배포|알림|협조|게재)")
_BELOW = re.compile(r"[-\s<〈\[]*(?:아\s*래|다\s*음)[-\s>〉\]]*")
_SENDER = re.compile(
    r"([가-힣A-Za-z0-9·\s]{1,30}?)\s*(?:장\s*관|교\s*육\s*[감장]|지\s*사|군\s*수|총\s*장|장)(?:\s*\(?직인\s*생략\)?)?"
)
_FIELD = re.compile(
    r"\W*(?:시\s*행|접\s*수|결\s*재|협\s*조\s*자|우\s*\d{5}|전\s*화|기안자|검토자|수신자)\b.*"
)
_OFFICES = {
    "군수": "군",
    "교육감": "교육청",
    "교육장": "",
    "장관": "",
}  # what the title of its head leaves out


def read(lines: list[SourceLine]) -> bool:
    """Whether this is an official letter; its head and foot are named, its 제목 is labelled."""
    receiver = next(
        (i for i in range(min(MOST_ABOVE, len(lines))) if _is(lines[i], _RECEIVER)), None
    )
    if receiver is None:
        return False
    below = range(receiver + 1, min(receiver + 1 + MOST_BETWEEN, len(lines)))
    subject = next((i for i in below if _is(lines[i], _SUBJECT)), None)
    if subject is None:
        return False
    for line in lines[receiver:subject]:
        if not line.is_block:
            line.kind = "release-head"
    if _SENDS.search(lines[subject].text):
        _name_covering(lines, subject)
        return True
    if found := _SUBJECT.fullmatch(lines[subject].text):
        lines[subject].text = f"제목 | {found[1]}"
        lines[subject].html = html.escape(lines[subject].text, quote=False)
    return True


def _name_covering(lines: list[SourceLine], subject: int) -> None:
    """Name a letter that only sends the release below it: down to the line that says 아래."""
    end = next((i for i in range(subject, len(lines)) if _BELOW.fullmatch(lines[i].text)), subject)
    for line in lines[subject : end + 1]:
        line.kind = "letter"


def sender(top: Top, lines: list[SourceLine]) -> None:
    """Name the sender's line and what stands below it; believe that the sender gives the release."""
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        found = None if line.is_block else _SENDER.fullmatch(line.text)
        if not found or len("".join(line.text.split())) > 20:
            continue
        title = "".join(line.text.split())
        name = "".join(found[1].split()) + next((x for t, x in _OFFICES.items() if t in title), "")
        top.facts.learn_organisation(name, line.text)
        for below in lines[i:]:
            if not below.is_block:
                reached = patterns.PHONE_OR_MAIL.search(below.text)
                below.kind = "contact" if reached else "letter-foot"
        return


def _is(line: SourceLine, pattern: re.Pattern[str]) -> bool:
    return not line.is_block and pattern.fullmatch(line.text) is not None
