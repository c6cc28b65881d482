"""HTML output of document readers: blocks in order, lists gathered, total length limited."""

import html

from board.text import plain
from board.text.documents import glyphs
from board.text.documents.unreadable import UnreadableError

LONGEST = 2_000_000  # characters of HTML; a release has a hundredth of it
MOST_BLOCKS = 20_000


class OutputLimit:
    """Output length still allowed for a whole document, however its parts are nested."""

    def __init__(self) -> None:
        self.letters = LONGEST
        self.blocks = MOST_BLOCKS

    def spend(self, written: str) -> str:
        """Count this text and return it. Raises `UnreadableError` above the limit."""
        self.letters -= len(written)
        self.blocks -= 1
        if self.letters < 0 or self.blocks < 0:
            raise UnreadableError("long")
        return written


class Blocks:
    """The blocks of a page, cell or box, in reading order."""

    def __init__(self, limit: OutputLimit) -> None:
        self.limit = limit
        self.out: list[str] = []
        self._in_list = False

    def add(self, tag: str, inner: str) -> None:
        """Append a block with this inner HTML; consecutive list items become one list."""
        if not inner:
            return
        self._list(tag == "li")
        self.out.append(self.limit.spend(f"<{tag}>{inner}</{tag}>"))

    def insert(self, blocks: str) -> None:
        """Append finished blocks whose length is already counted."""
        if blocks:
            self._list(False)
            self.out.append(blocks)

    def html(self) -> str:
        """All blocks as HTML; nothing may be added afterwards."""
        self._list(False)
        return "".join(self.out)

    def _list(self, wanted: bool) -> None:
        if wanted != self._in_list:
            self.out.append("<ul>" if wanted else "</ul>")
            self._in_list = wanted


def text(raw: str) -> str:
    """Text escaped for HTML, in NFC, without invisible characters."""
    return html.escape(glyphs.public(plain.visible(raw)), quote=False)


def attribute(raw: str) -> str:
    """Text escaped for an attribute value."""
    return html.escape(glyphs.public(plain.tidy(raw)))


def image(place: int, alt: str = "") -> str:
    """The placeholder element for the picture with this index."""
    return f'<img src="picture:{place}" alt="{attribute(alt)}">'


def figure(place: int, alt: str = "", caption: str = "") -> str:
    """A picture with its caption (already HTML)."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{image(place, alt)}{below}</figure>"
