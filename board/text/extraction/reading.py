"""Extraction entry points: read a paste or a document, step by step."""

from dataclasses import dataclass
from datetime import date, datetime

from board.text.documents import lines as plain_lines
from board.text.extraction import (
    body,
    boilerplate,
    chats,
    document,
    foot,
    head,
    leftovers,
    lines,
    mail_heads,
    offices,
    tail,
)
from board.text.extraction.cuts import Cut, Cuts
from board.text.extraction.facts import Guess
from board.text.sanitising import document_html, release_html

LONGEST = 2_000_000  # characters of source; a page's scripts and menus count, its article is short
MOST_LINES = 5_000


@dataclass(frozen=True)
class Pasted:
    """The parts of an article. `html` is clean and ready to use; `paragraphs` are its blocks as
    text.

    `embargo` is aware, in Seoul. `contacts` are officials with their telephones and addresses,
    taken from what was cut. `guesses` say from which words each part was read.
    """

    title: str
    subtitles: tuple[str, ...]
    date: date | None
    byline: str | None
    organisation: str | None
    paragraphs: tuple[str, ...]
    html: str
    cut: tuple[Cut, ...]
    embargo: datetime | None = None
    contacts: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()


def read(text: str, today: date | None = None, called: str = "") -> Pasted:
    """The parts of the article in a pasted text; empty where there are none. `today` and `called`
    are those of `read_document`.

    ValueError with a Korean sentence when it is too long.
    """
    if len(text) > LONGEST:
        raise ValueError("붙여 넣은 글이 너무 깁니다. 기사 부분만 복사해서 붙여 넣어 주세요.")
    cuts = Cuts()
    found = lines.read(text, cuts)
    if len(found) > MOST_LINES:
        raise ValueError("붙여 넣은 글이 너무 깁니다. 기사 부분만 복사해서 붙여 넣어 주세요.")
    document.name_title(found, called)
    found = lines.numbered(chats.name_frame(mail_heads.joined(found)))
    subject = mail_heads.name(found)
    named = boilerplate.name_all(found)
    top = head.read(named, cuts, subject)
    top.rest = tail.cut_off(top.rest, cuts)
    is_message = boilerplate.is_mail(named) or any(line.kind == "chat" for line in named)
    foot.name(top.rest, signed=is_message)
    head.restore(top.rest)
    rest = leftovers.without(top, cuts, letter=False, given=not _is_signed(top))
    if not rest and top.subtitles:  # a notice of three dashes is its body, not its subtitles
        rest, top.subtitles, top.subtitle_lines = top.subtitle_lines, [], []
    blocks = body.blocks(rest, cuts)
    html = release_html("".join(block.html for block in blocks))
    return _pasted(top, blocks, html, cuts, today)


def _is_signed(top: head.Top) -> bool:
    """Whether a reporter's name stands over it: then it is an article, and nobody's release."""
    byline = top.facts.byline or ""
    return bool(byline) and not offices.OFFICE.fullmatch(byline)


def read_document(
    html: str, kind: str = "hwpx", today: date | None = None, called: str = ""
) -> Pasted:
    """The parts of the article in a document, from the HTML made by `board.text.documents`.

    Pictures stay as `<figure><img src="picture:N"><figcaption>…`, where they stand. `kind` is the
    document's: a saved page (html, txt) and a mail (eml) bring boilerplate that a file from a word
    processor does not. `today`, the day it was sent, gives a date without a year its year.
    `called` is the mail's subject or the file's name: it tells the title from other lines, and is
    the title of a document that has none.

    ValueError with a Korean sentence when it is too long to be read.
    """
    if kind == "txt":
        return read(plain_lines.text_of(html), today, called)
    cuts = Cuts()
    top, blocks = document.read(html, kind, called, cuts)
    written = document_html("".join(block.html for block in blocks))
    return _pasted(top, blocks, written, cuts, today)


def _pasted(
    top: head.Top, blocks: list[body.StoryBlock], html: str, cuts: Cuts, today: date | None
) -> Pasted:
    facts = top.facts
    facts.believe_office()
    embargo = facts.embargo(today)
    cut = cuts.in_order()
    contacts = tuple(line.text for line in cut if line.kind == "contact")
    return Pasted(
        title=top.title,
        subtitles=tuple(top.subtitles),
        date=facts.date,
        byline=facts.byline,
        organisation=facts.organisation,
        paragraphs=tuple(block.text for block in blocks),
        html=html,
        cut=cut,
        embargo=embargo,
        contacts=contacts,
        guesses=(*_read_from(top), *facts.guesses(embargo), *_officials(contacts)),
    )


def _read_from(top: head.Top) -> list[Guess]:
    """Guesses for title and subtitles with their source lines."""
    if not top.title:
        return []
    line = " ".join(line.text for line in top.title_lines)
    subtitles = zip(top.subtitles, top.subtitle_lines, strict=True)
    return [
        Guess("title", top.title, line),
        *(Guess("subtitles", text, line.text) for text, line in subtitles),
    ]


def _officials(contacts: tuple[str, ...]) -> list[Guess]:
    return [Guess("contact", text, text) for text in contacts]
