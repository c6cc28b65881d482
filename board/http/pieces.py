"""Kept pieces of pages: rendered and compressed once, and joined into each page that shows them.

In a template `{% kept key %} … {% endkept %}` keeps what stands between. The key names everything that
the piece depends on, not a time or a number that somebody must remember to raise: what looks different
has another key, so that nothing kept is ever out of date. A key that begins with None keeps nothing.
What is kept within a piece is a part of it, so the outer key must name what the inner one does.

Until the answer is compressed, the page holds a mark where the piece belongs.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock

from flask import g
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from board.application import Naru, current_app
from board.files.limits import megabytes
from board.http.flash import brings_notices

# In a page, for a piece with this digest. Forged, it names no piece, or one that is there anyway.
MARK, MARKS = "\0{}\0", re.compile(rb"\0([0-9a-f]{16})\0")
# In a piece, for something that each page says anew.
HOLE, HOLES = "\0?{}\0", re.compile(r"\0\?([a-z_]+)\0")
OVERHEAD = 1024  # bytes of an entry beside its key and its parts, roughly
LEVEL, MEMORY, WINDOW = 7, 9, 1 << zlib.MAX_WBITS
SMALLEST = 10_000  # characters; less is compressed with what stands around it, into fewer bytes
# RFC 1952: deflated, no name, no time, no flags, unknown system. RFC 1951: a last, empty block.
HEADER, LAST_BLOCK = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\x03\0"


@dataclass(slots=True)
class Piece:
    """A part of a page in UTF-8. `packed` is the digest of the piece it stood behind when it was last
    compressed, nearly always the same one, and what it was compressed to."""

    body: bytes
    digest: str
    packed: tuple[str, bytes] = ("", b"")

    @classmethod
    def of(cls, text: str) -> Piece:
        body = text.encode()
        return cls(body, hashlib.blake2b(body, digest_size=8).hexdigest())

    def deflated_behind(self, other: Piece | None) -> bytes:
        """Deflate blocks that may refer to what stands immediately before, nothing else."""
        behind, (known, packed) = other.digest if other else "", self.packed
        if not packed or known != behind:
            packed = deflated(self.body, other.body if other else b"")
            self.packed = (behind, packed)  # as one, for other threads read it
        return packed

    @property
    def mark(self) -> str:
        return MARK.format(self.digest)


Filled = tuple[Piece | str | Callable[[], str], ...]  # pieces, and between them what fills a hole


class Pieces:
    """At most `room` bytes of pieces, the least recently used going first."""

    def __init__(self, room: int) -> None:
        self.room, self.size = room, 0
        self._kept: OrderedDict[tuple, tuple[Filled, int]] = OrderedDict()
        self._lock = Lock()

    def find(self, key: tuple) -> Filled | None:
        with self._lock:
            if (found := self._kept.get(key)) is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: tuple, parts: Filled) -> None:
        with self._lock:
            if key in self._kept:  # another thread was faster
                return
            size = OVERHEAD + sys.getsizeof(repr(key)) + sum(map(_size, parts))
            self._kept[key] = parts, size
            self.size += size
            while self.size > self.room:
                self.size -= self._kept.popitem(last=False)[1][1]


class KeptTag(Extension):
    """The tag `{% kept key %} … {% endkept %}`; the key may be several expressions."""

    tags = {"kept"}

    def parse(self, parser: Parser) -> nodes.Node:
        lineno = next(parser.stream).lineno
        parts = parser.parse_tuple()
        key = parts.items if isinstance(parts, nodes.Tuple) else [parts]
        place = nodes.Const(f"{parser.name}:{lineno}")
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        call = self.call_method("_kept", [nodes.Tuple([*key, place], "load")])
        return nodes.CallBlock(call, [], [], body).set_lineno(lineno)

    def _kept(self, key: tuple, caller: Callable[[], str]) -> str:
        pieces = current_app.pieces
        is_within = g.get("holes") is not None
        if key[0] is None or not pieces.room or is_within or brings_notices():
            return caller()
        found = pieces.find(key)
        if found is None:
            found = _rendered(caller)
            pieces.keep(key, found)
        shown = g.setdefault("pieces", {})
        shown.update((part.digest, part) for part in found if isinstance(part, Piece))
        return Markup("".join(map(_in_page, found)))  # noqa: S704


def hole(say: Callable[[], str]) -> str:
    """What `say` says; in a piece that is kept, a hole that each page fills with what it says."""
    holes: dict[str, Callable[[], str]] | None = g.get("holes")
    if holes is None:
        return say()
    holes[say.__name__] = say
    return HOLE.format(say.__name__)


def _rendered(caller: Callable[[], str]) -> Filled:
    """What is rendered, in pieces between its holes."""
    holes = g.holes = {}
    try:
        texts = HOLES.split(caller())
    finally:
        g.holes = None
    return tuple(holes[text] if at % 2 else _part(text) for at, text in enumerate(texts))


def _part(text: str) -> Piece | str:
    return Piece.of(text) if len(text) >= SMALLEST else text


def _in_page(part: Piece | str | Callable[[], str]) -> str:
    if isinstance(part, Piece):
        return part.mark
    return part if isinstance(part, str) else part()


def init_app(app: Naru) -> None:
    app.jinja_env.add_extension(KeptTag)
    app.pieces = Pieces(megabytes(app.settings.page_cache_megabytes))


def whole(page: bytes) -> list[Piece | bytes]:
    """A page with each mark replaced by its piece, in order."""
    found: dict[str, Piece] | None = g.get("pieces")
    if not found:
        return [page]
    parts = MARKS.split(page)
    return [found.get(part.decode(), part) if at % 2 else part for at, part in enumerate(parts)]


def joined(parts: Iterable[Piece | bytes]) -> bytes:
    return b"".join(part if isinstance(part, bytes) else part.body for part in parts)


def gzipped(parts: Iterable[Piece | bytes]) -> bytes:
    """The parts as one gzip member (RFC 1952)."""
    body, blocks = joined(parts), []
    before: Piece | None = None
    for part in parts:
        if isinstance(part, Piece):
            blocks.append(part.deflated_behind(before))
            before = part
        elif part:
            blocks.append(deflated(part, before.body if before else b""))
            before = None
    check = zlib.crc32(body).to_bytes(4, "little") + (len(body) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join((HEADER, *blocks, LAST_BLOCK, check))


def deflated(body: bytes, before: bytes) -> bytes:
    """Deflate blocks that end at a byte and refer to nothing but what stands before them."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, MEMORY, zdict=before[-WINDOW:])
    return packer.compress(body) + packer.flush(zlib.Z_SYNC_FLUSH)


def _size(part: Piece | str | Callable[[], str]) -> int:
    if isinstance(part, Piece):
        return len(part.body) * 5 // 4  # and deflated: a fifth or less
    return sys.getsizeof(part)
