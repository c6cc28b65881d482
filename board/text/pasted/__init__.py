"""A page or a release that somebody copied, read into the parts of an article.

The text may be a whole page as a browser copies it, a bare release from a word processor, a mail,
or the HTML source of any of these. The reading goes in five steps, each its own file:

1. `lines`      the source becomes lines, each knowing the gap before it (and its HTML, if any)
2. `furniture`  lines that by their own words can only be furniture are named: buttons, counters,
                menus, mail headers, contact boxes, footers, board lists
3. `head`       the title is chosen (`titles`), author and dates are found (`meta`), subtitles read
4. `tail`       where the article ends
5. `body`       what remains becomes paragraphs, lists and tables

No word is written that was not in the source, and what is left out is reported as `cut`.
"""

from dataclasses import dataclass
from datetime import date

from board.text.pasted import body, furniture, head, lines, tail
from board.text.pasted.cuts import Cut, Cuts
from board.text.pasted.decoding import decode
from board.text.sanitising import release_html

__all__ = ["Cut", "Pasted", "decode", "read"]

LONGEST = 2_000_000  # characters of source; a page's scripts and menus count, its article is short
MOST_LINES = 5_000


@dataclass(frozen=True)
class Pasted:
    """What was read. `html` is clean and ready for an article; `paragraphs` are its blocks as text."""

    title: str
    subtitles: tuple[str, ...]
    date: date | None
    byline: str | None
    organisation: str | None
    paragraphs: tuple[str, ...]
    html: str
    cut: tuple[Cut, ...]


def read(text: str) -> Pasted:
    """The parts of the article in this text; empty parts where there are none.

    ValueError with a Korean sentence when it is too long to be read.
    """
    if len(text) > LONGEST:
        raise ValueError("붙여 넣은 글이 너무 깁니다. 기사 부분만 복사해서 붙여 넣어 주세요.")
    cuts = Cuts()
    found = lines.read(text, cuts)
    if len(found) > MOST_LINES:
        raise ValueError("붙여 넣은 글이 너무 깁니다. 기사 부분만 복사해서 붙여 넣어 주세요.")
    named = furniture.name_all(found)
    top = head.read(named, cuts)
    rest = tail.cut_off(top.rest, cuts)
    rest = top.with_late_facts(rest, cuts)
    if not rest and top.subtitles:  # a notice of three dashes is its body, not its subtitles
        rest, top.subtitles = top.subtitle_lines, []
    blocks = body.blocks(rest, cuts)
    return Pasted(
        title=top.title,
        subtitles=tuple(top.subtitles),
        date=top.date,
        byline=top.byline,
        organisation=top.organisation,
        paragraphs=tuple(block.text for block in blocks),
        html=release_html("".join(block.html for block in blocks)),
        cut=cuts.in_order(),
    )
