"""Plain-text reader: blank lines separate paragraphs, line ends are kept."""

import html
import re
from pathlib import Path

from board.text import plain
from board.text.documents import writing
from board.text.documents.document import Document
from board.text.documents.limits import MEGABYTE
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError
from board.text.extraction.decoding import decode

LARGEST = 4 * MEGABYTE  # bytes


def read(path: Path, scratch: Scratch) -> Document:
    """Read a text file in UTF-8, UTF-16 or CP949. Raises `UnreadableError`."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError("long")
    try:
        text = decode(path.read_bytes())
    except ValueError:
        raise UnreadableError("broken") from None
    return Document("txt", html_of(text))


def text_of(source: str) -> str:
    """The text from which `html_of` makes this HTML."""
    bare = source.replace("<br>", "\n").replace("</p>", "\n\n")
    return html.unescape(re.sub(r"</?p>", "", bare))


def html_of(text: str) -> str:
    """The text as HTML: one paragraph for each run of lines without a blank line."""
    limit = writing.OutputLimit()
    blocks = writing.Blocks(limit)
    for paragraph in re.split(r"\n[ \t\u00a0\u3000]*\n", plain.visible(text)):
        rows = (writing.text(line.strip()) for line in paragraph.split("\n"))
        blocks.add("p", "<br>".join(row for row in rows if row))
    return blocks.html()
