"""Document extraction: a word-processor file, PDF or mail, split into the parts of an article.

1. `sheet`        split its HTML into lines; `tables` tells letterheads, contact boxes, photo tables
                  and layout frames from data
2. `boilerplate`  mark lines by their own words, of the kinds a document can have
3. `captions`     match captions to their pictures
4. `letters`      the head and the foot of an official letter
5. `headline`     title and subtitles; what stands above them is the letterhead
6. `leftovers`    take facts, contacts, lists of enclosures and slogans out of the story
7. `body`         with `outline`, build paragraphs, headings, lists and tables from the rest
"""

import re

from board.text import names
from board.text.extraction import (
    body,
    boilerplate,
    captions,
    head,
    headline,
    leftovers,
    letters,
    sheet,
    titles,
    wrapping,
)
from board.text.extraction.cuts import Cuts
from board.text.extraction.lines import SourceLine

MOST_LINES = 5_000
LONGEST = 150_000  # characters
TOO_LONG = "문서가 너무 깁니다. 보도자료 부분만 따로 저장해서 올려 주세요."
SHORTEST_NAME = 8  # letters; shorter words stand in a name by chance
# What a file from a word processor never brings is a word of the story when it looks like it.
_KINDS = frozenset(
    "release-head embargo contact contact-detail caption source byline end-mark rule logo label "
    "footer".split()
)
_OF_PAGES = frozenset(
    ("menu", "button", "counter", "board-list", "comments", "related", "tags", "enclosure")
)


def read(html: str, kind: str, called: str, cuts: Cuts) -> tuple[head.Top, list[body.StoryBlock]]:
    """(top of the article, body blocks); ValueError with a Korean sentence when it is too long."""
    try:
        lines = sheet.read(html, printed=kind == "pdf")
    except OverflowError:
        raise ValueError(TOO_LONG) from None
    if len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > LONGEST:
        raise ValueError(TOO_LONG)
    lines = captions.place(wrapping.by_hand(_named(lines, kind)))
    official = letters.read(lines)
    called = name_title(lines, called)
    top = headline.read(lines, cuts, letter=kind == "eml")
    if official:
        letters.sender(top, top.rest)
    rest = leftovers.without(top, cuts, letter=kind == "eml")
    if not rest and top.subtitles:  # a notice of three dashes is its body, not its subtitles
        rest, top.subtitles, top.subtitle_lines = top.subtitle_lines, [], []
        cuts.give_back("label", {line.place for line in rest})
    if not top.title and called:
        top.title = called
        top.title_lines = [SourceLine(called, "")]
    return top, body.document_blocks(rest, cuts, printed=kind == "pdf")


def name_title(lines: list[SourceLine], called: str) -> str:
    """Mark the lines that the name of the mail or file repeats; the name as a title."""
    called = _name(called)
    whole = names.name_key(called) if called else ""
    for line in lines if whole else []:
        key = names.name_key(line.text)
        line.in_title = len(key) >= SHORTEST_NAME and key in whole
    return called


def _name(called: str) -> str:
    """The name of a mail or file without its extension and without words such as 보도자료."""
    bare = re.sub(
        r"\.(?:hwpx?|hml|docx?|odt|pdf|eml|html?|txt)$", "", called.strip(), flags=re.IGNORECASE
    )
    bare = titles.TITLE_PREFIX.sub("", re.sub(r"^[\d._\-\s]+(?=\D)", "", bare))
    return bare.replace("_", " ").strip()


def _named(lines: list[SourceLine], kind: str) -> list[SourceLine]:
    kinds = _KINDS | (_OF_PAGES if kind in ("html", "txt") else frozenset())
    kinds |= {"mail", "enclosure"} if kind in ("eml", "html") else set()
    mail = boilerplate.is_mail(boilerplate.name_all(lines))
    told = [i for i, line in enumerate(lines) if boilerplate.is_sentence(line.text)]
    for i, line in enumerate(lines):
        if line.kind not in kinds or (line.kind == "mail" and not mail):
            line.kind = None
        if line.kind == "footer" and told and i < told[-1]:
            line.kind = None
        if line.is_block and line.tag != "figure" and line.kind not in _OF_PAGES:
            line.kind = None
    return lines
