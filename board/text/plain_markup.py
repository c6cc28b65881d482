"""Plain-text markup for editors without a script: paragraphs, headings and lists, and back."""

import html
import re
from collections.abc import Iterator
from itertools import groupby

from board.text import figures, markup
from board.text.plain import tidy

MARKS = "▲△▶▷●○■□◆◇◎※☞•·-*"
_MARKED = re.compile(rf"([{re.escape(MARKS)}])\s*(?!\1)(\S.*)")
_NEEDS_SPACE = "-*·"  # these also begin numbers and emphases
_HEADING = re.compile(r"##\s+(\S.*)")
_PHOTO = re.compile(r"\[\[사진 ?([1-9][0-9]{0,17})\]\]")
_TYPED = {
    "p": ("", "\n\n"),
    "br": ("\n", ""),
    "h2": ("## ", "\n\n"),
    "figure": ("", "\n\n"),
    "ul": ("", "\n"),
    "li": ("- ", "\n"),
}
_HTML = re.compile(
    r"<!doctype html|</?(?:html|body|div|p|br|span|table|tr|td|ul|ol|li|h[1-6]|a|b|strong|em|i|u"
    r"|img|font|blockquote|figure|article|section|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def paragraphs(text: str) -> str:
    """The typed text as HTML.

    A blank line ends a paragraph, a line end is `<br>`, `## ` begins a heading, two or more lines
    in a row that start with the same mark are a list (the mark goes), and `[[사진 12]]` on a line of
    its own is the place of the photo with that number.
    """
    blocks = tidy(text, multiline=True).split("\n\n")
    return "".join(
        _written(*part) for block in blocks for part in _parts(block.split("\n")) if block
    )


def plain(source: str) -> str | None:
    """The text from which `paragraphs` makes exactly this HTML; None if anything would be lost."""
    text = _typed(source)
    return text if text is not None and paragraphs(text) == source else None


def looks_like_html(text: str) -> bool:
    """Whether the text is the source of a page rather than its text."""
    return _HTML.search(text) is not None


def mark_of(line: str) -> str | None:
    """The list mark a line starts with, if any."""
    found = _MARKED.fullmatch(line.strip())
    if not found or (found[1] in _NEEDS_SPACE and not re.match(r".\s", line.strip())):
        return None
    return found[1]


def without_mark(line: str) -> str:
    """A marked line without its mark."""
    return line.strip()[1:].strip()


_ALONE = {"heading": "h2", "photo": "figure"}  # lines that are a block each


def _parts(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """(element, lines) groups of one block: h2, figure, ul or p."""
    text: list[str] = []
    for kind, run in ((kind, list(run)) for kind, run in groupby(lines, _kind)):
        if kind == "text" or (kind not in _ALONE and len(run) == 1):
            text += run
            continue
        if text:
            yield "p", text
            text = []
        if kind in _ALONE:
            yield from ((_ALONE[kind], [line]) for line in run)
        else:
            yield "ul", run
    if text:
        yield "p", text


def _kind(line: str) -> str:
    if _PHOTO.fullmatch(line.strip()):
        return "photo"
    return "heading" if _HEADING.fullmatch(line.strip()) else mark_of(line) or "text"


def _written(tag: str, lines: list[str]) -> str:
    if tag == "h2":
        return f"<h2>{_escaped(lines[0].strip()[2:])}</h2>"
    if tag == "figure":
        return figures.figure(int(_PHOTO.sub(r"\1", lines[0].strip())))
    if tag == "ul":
        items = "".join(f"<li>{_escaped(without_mark(line))}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return "<p>" + "<br>".join(_escaped(line) for line in lines) + "</p>"


def _escaped(line: str) -> str:
    return html.escape(" ".join(line.split()), quote=False)


def _typed(source: str) -> str | None:
    """The text for this HTML if it holds only plain blocks, else None."""
    text = ""
    for kind, name, raw in markup.tokens(source):
        if kind == "text":
            text += raw
        elif name == "img":
            text += f"[[사진 {figures.photo_at(markup.attributes(raw).get('src', ''))}]]"
        elif raw or name not in _TYPED:
            return None
        else:
            text += _TYPED[name][kind == "end"]
    return text.strip("\n")
