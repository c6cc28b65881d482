"""The HTML a reader of documents writes: blocks in order, lists gathered, length bounded."""

import html

from board.text import plain
from board.text.documents import glyphs
from board.text.documents.unreadable import UnreadableError

LONGEST = 2_000_000  # characters of HTML; a release has a hundredth of it
MOST_BLOCKS = 20_000


class OutputLimit:
    """What may still be written of a whole document, however its parts are nested."""

    def __init__(self) -> None:
        self.letters = LONGEST
        self.blocks = MOST_BLOCKS

    def spend(self, written: str) -> str:
        """The same text. Raises `UnreadableError` once the document has become too long."""
        self.letters -= len(written)
        self.blocks -= 1
        if self.letters < 0 or self.blocks < 0:
            raise UnreadableError("long")
        return written


class Blocks:
    """The blocks of a page, a cell or a box, in reading order."""

    def __init__(self, limit: OutputLimit) -> None:
        self.limit = limit
        self.out: list[str] = []
        self._in_list = False

    def add(self, tag: str, inner: str) -> None:
        """A block whose inside is HTML already; items that follow each other become one list."""
        if not inner:
            return
        self._list(tag == "li")
        self.out.append(self.limit.spend(f"<{tag}>{inner}</{tag}>"))

    def insert(self, blocks: str) -> None:
        """Whole blocks, written before and paid for."""
        if blocks:
            self._list(False)
            self.out.append(blocks)

    def html(self) -> str:
        """All of it; nothing may be added afterwards."""
        self._list(False)
        return "".join(self.out)

    def _list(self, wanted: bool) -> None:
        if wanted != self._in_list:
            self.out.append("<ul>" if wanted else "</ul>")
            self._in_list = wanted


def text(raw: str) -> str:
    """Text as it may stand in HTML: escaped, in NFC, without what nobody can see."""
    return html.escape(glyphs.public(plain.visible(raw)), quote=False)


def attribute(raw: str) -> str:
    """Text as it may stand in an attribute."""
    return html.escape(glyphs.public(plain.tidy(raw)))


def image(place: int, alt: str = "") -> str:
    """The sign that a picture stands here."""
    return f'<img src="picture:{place}" alt="{attribute(alt)}">'


def figure(place: int, alt: str = "", caption: str = "") -> str:
    """A picture with the words under it (HTML already)."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{image(place, alt)}{below}</figure>"
