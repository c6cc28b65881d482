"""Giver of a release: its organisation, and a late date, learned from the story and the title."""

import re

from board.text.extraction import boilerplate, offices
from board.text.extraction.head import Top
from board.text.extraction.lines import SourceLine

_NAMED = re.compile(  # 나래솔 새들교육부 장관은, 물내중학교 합창단이
    r"(?:^|\s)([가-힣]{2,12}(?:부|처|청|위원회))\s(?:장관|차관|처장|청장|위원장)(?:은|는|이|가|과|와)\s"
    r"|^\W*([가-힣]{2,12}(?:학교|교육청|경찰서|소방서|보건소|도서관|박물관|공사|공단|재단))\s"
)
_FIRST_WORD = re.compile(
    r"([가-힣]{2,3}도|[가-힣]{2,10}(?:시|군|구|특별자치도|청|공사|공단|재단|대학교|경찰서|소방서|보건소|도서관|박물관|협회|센터))\s"
)
_HEADED = re.compile(
    r"([가-힣A-Za-z0-9· ]{2,22}(?:시|군|구|(?<!수)도|청|의회|학교|서|소|재단|공단|센터|도서관|박물관|대|원))\s*[,，·…]"
)


def learn(top: Top, story: list[SourceLine]) -> None:
    """Read the organisation from 새들군(군수 한여울)은 in the first sentence, else from the title's
    start."""
    first = next(
        (line for line in story if line.kind is None and boilerplate.is_sentence(line.text)), None
    )
    given = ((line, offices.GIVER.search(line.text)) for line in story)
    first, named = next(((line, found) for line, found in given if found), (first, None))
    if named and first:
        top.facts.learn_organisation(named[1], first.text)
    begun = offices.BEGUN.match(first.text) if first else None
    if begun and first:
        top.facts.learn_organisation(begun[1] or begun[2], first.text)
    _learn_late_date(top, story)
    begun = _FIRST_WORD.match(top.title)
    if begun and any(re.search(rf"{begun[1]}(?:은|는|이|가|의|에서)", x.text) for x in story):
        top.facts.learn_organisation(begun[1], top.title)
    named = _NAMED.search(first.text) if first else None
    if named and first:
        top.facts.learn_organisation(named[1] or named[2], first.text)
    headed = _HEADED.match(top.title)
    if headed:
        top.facts.learn_organisation(headed[1], top.title)


def _learn_late_date(top: Top, story: list[SourceLine]) -> None:
    """Read the date from a line of its own under a statement; the line stays in the story."""
    for line in story:
        for written, day in boilerplate.dates_in(line.text):
            if len(line.text) - len(written) <= 4:
                top.facts.learn_date(day, 1, line.text)
