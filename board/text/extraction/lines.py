"""Line splitting: copied text by line ends, HTML by its blocks."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from board.text import markup, plain, plain_markup, shaping, unseen
from board.text.extraction.cuts import Cuts

MOST_TAGS = 60_000
ANYWHERE = ("http", "https")  # pictures of the page that was pasted: seen, reported, and cut
LONG_CELL = 100  # characters; a table whose cell is longer was drawn for layout, not for data

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_QUOTED = re.compile(r"^(?:> ?)+")
_PAGE_TITLE = re.compile(r"<title[^>]*>([^<]*)</title", re.IGNORECASE)
_BLOCK_START = re.compile(r"<(p|h2|h3|h4|ul|ol|blockquote|figure|table|hr)\b[^>]*>")
_CELL = re.compile(r"<t[dh]\b[^>]*>")
_SKELETON = re.compile(r"<(/?)(table|caption|thead|tbody|tr|th|td)\b[^>]*>")
_IMAGE = re.compile(r"<img\b[^>]*>")
_LABEL_CELL = re.compile(
    r"제\s*목|작성자|글쓴이|등록자|이름|등록일시?|작성일시?|날짜|조회수?|담당부서|담당자|첨부(?:파일)?|추천"
)


@dataclass
class SourceLine:
    """One line: its text, its inner HTML, the blank lines before it and its source block."""

    text: str
    html: str
    gap: int = 0
    tag: str = ""  # "" for copied text, else the block element
    place: int = 0
    kind: str | None = None  # what boilerplate it is, if it is
    in_title: bool = False  # the page's own <title> says the same
    linked: float = 0.0  # the share of its letters that are links
    box: int = 0  # the cell of a layout table it came from; 0 outside
    frame: int = 0  # the outermost layout table it came from; 0 outside
    framed: bool = False  # it came from a table of labels: a letterhead or a box of officials

    @property
    def is_block(self) -> bool:
        """Whether `html` is a whole block, such as a table, rather than the inside of a line."""
        return self.tag in ("ul", "ol", "table", "figure", "blockquote", "hr")


def read(source: str, cuts: Cuts) -> list[SourceLine]:
    """The lines of copied text or of HTML source; blank ones become gaps."""
    if plain_markup.looks_like_html(source):
        return _of_html(source, cuts)
    return _of_text(source)


def numbered(found: list[SourceLine]) -> list[SourceLine]:
    """The lines, their places numbered in order."""
    for place, line in enumerate(found):
        line.place = place
    return found


def _of_text(source: str) -> list[SourceLine]:
    rows = [_row(row) for row in plain.visible(source).split("\n")]
    filled = [row for row in rows if row.strip()]
    if filled and sum(row.startswith(">") for row in filled) > len(filled) / 2:
        rows = [_QUOTED.sub("", row) for row in rows]  # a mail that was forwarded as a quotation
    found: list[SourceLine] = []
    gap = 0
    for row in rows:
        if not row.strip():
            gap += 1
            continue
        found.append(SourceLine(row, html.escape(" ".join(row.split()), quote=False), gap))
        gap = 0
    return found


def _row(row: str) -> str:
    """A line without stray spaces; tabs between words are kept, as they may mean a table."""
    bare = row.strip(" \u00a0\u3000\t")
    if bare and _PRIVATE.match(bare):  # a word processor's own bullet
        bare = "○ " + bare[1:].strip()
    bare = _PRIVATE.sub("", bare)
    if "\t" in bare:
        return "\t".join(" ".join(cell.split()) for cell in bare.split("\t"))
    return " ".join(bare.split())


def _of_html(source: str, cuts: Cuts) -> list[SourceLine]:
    page_title = _PAGE_TITLE.search(source[:20_000])
    try:
        shaped = shaping.shaped(plain.without_hidden(_seen(source, cuts)), MOST_TAGS, ANYWHERE)
    except OverflowError:
        return _of_text(plain.text_of(source))
    found: list[SourceLine] = []
    for tag, block in blocks(shaped):
        _cut_images(block, len(found), cuts)
        found += lines_of_block(tag, _IMAGE.sub("", block))
    if page_title:
        key = plain.fold(html.unescape(page_title[1]))
        for line in found:
            line.in_title = len(line.text) >= 6 and plain.fold(line.text) in key
    return found


def _seen(source: str, cuts: Cuts) -> str:
    """The source without hidden elements; films are cut, late pictures get their address."""
    out: list[str] = []
    for kind, name, raw in unseen.tokens(source, lambda told: cuts.add("film", told, 0)):
        if kind == "text":
            out.append(html.escape(raw, quote=False))
        elif name == "img":
            given = markup.attributes(raw)
            address, alt = html.escape(unseen.address_of(given)), html.escape(given.get("alt", ""))
            out.append(f'<img src="{address}" alt="{alt}">')
        else:
            out.append(f"</{name}>" if kind == "end" else f"<{name}{raw}>")
    return "".join(out)


def blocks(shaped: str, layers: int = 6) -> Iterator[tuple[str, str]]:
    """(element, HTML) of the outermost blocks; layout tables are taken apart."""
    position = 0
    while match := _BLOCK_START.search(shaped, position):
        tag = match[1]
        end = match.end() if tag == "hr" else _end_of(shaped, match.start(), tag)
        block = shaped[match.start() : end]
        if tag == "table" and layers and _is_layout(block):
            yield from blocks(
                shaping.shaped(_without_outer_table(block), MOST_TAGS, ANYWHERE), layers - 1
            )
        else:
            yield tag, block
        position = end


def _end_of(shaped: str, start: int, tag: str) -> int:
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(shaped, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(shaped)


def _is_layout(table: str) -> bool:
    return table.count("<table") > 1 or any(_is_story(cell) for cell in _CELL.split(table))


def _is_story(cell: str) -> bool:
    lines = plain.text_of(cell).split("\n")
    ended = any(line.endswith("다.") for line in lines)
    return sum(map(len, lines)) > LONG_CELL or (len(lines) > 1 and ended)


def _without_outer_table(block: str) -> str:
    """The outermost table turned into div elements, nested tables untouched.

    A label cell stays on one line with the cell beside it.
    """
    out: list[str] = []
    depth = position = 0
    label = ""
    for match in _SKELETON.finditer(block):
        closing, name = match[1], match[2]
        depth += name == "table" and not closing
        inner = block[position : match.start()]
        position = match.end()
        if depth > 1:
            out += [inner, match[0]]
        elif closing and name in ("td", "th") and _LABEL_CELL.fullmatch(plain.text_of(inner)):
            label = f"{inner} : "
        else:
            out += ["<div>", label if inner else "", inner, "</div>"]
            label = "" if inner else label
        depth -= name == "table" and bool(closing)
    return "".join(out) + block[position:]


def _cut_images(block: str, place: int, cuts: Cuts) -> None:
    """Cut pictures: those of another site are not ours to show; editors upload them anew."""
    for image in _IMAGE.findall(block):
        given = markup.attributes(image[4:-1])
        cuts.add("photo", given.get("alt") or given.get("src", ""), place)


def of_text(text: str, gap: int = 1, kind: str | None = None, tag: str = "") -> SourceLine:
    """A line made of this text."""
    return SourceLine(text, html.escape(text, quote=False), gap, tag, kind=kind)


def lines_of_block(tag: str, block: str) -> list[SourceLine]:
    if tag in ("ul", "ol", "table", "blockquote", "hr"):
        text = plain.text_of(block) if tag != "hr" else "—"
        return [SourceLine(text, block, 1, tag, linked=_linked(block))] if text else []
    if tag == "figure":
        caption = plain.text_of(block)
        return [SourceLine(caption, block, 1, tag, kind="caption")] if caption else []
    inner = re.sub(r"^<[^>]*>|</[^>]*>$", "", block)
    found = []
    for number, part in enumerate(inner.split("<br>")):
        text = plain.text_of(part)
        if text:
            found.append(
                SourceLine(text, part.strip(), 0 if number else 1, tag, linked=_linked(part))
            )
    return found


def _linked(block: str) -> float:
    whole = len(plain.text_of(block))
    links = sum(len(plain.text_of(link)) for link in re.findall(r"<a\b.*?</a>", block, re.DOTALL))
    return links / whole if whole else 0.0
