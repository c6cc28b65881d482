"""HTML reader for web pages and HTML mails: few elements are kept, nothing is fetched."""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from board.text import markup, plain, shaping, unseen
from board.text.documents import lines, main_part, writing
from board.text.documents.document import Document
from board.text.documents.limits import MEGABYTE
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError
from board.text.markup import Token

LARGEST = 16 * MEGABYTE  # bytes; pictures may be written into the page
MOST_TAGS = 60_000
KOREAN = {"euc-kr", "euc_kr", "euckr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "cseuckr"}

LeftOut = list[tuple[str, str]]  # (kind of `extraction.cuts.LABELS`, what it was)

_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_DATA = re.compile(r"data:image/([a-z+.-]{2,12});base64,", re.IGNORECASE)
_KEPT = ("href", "colspan", "rowspan")
_LINE_END = re.compile(r"\r\n?|\n")


def read(path: Path, scratch: Scratch) -> Document:
    """Read an HTML file. Pictures in data: addresses are kept, others are left out."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError("large")
    source = decoded(path.read_bytes())
    left: LeftOut = []
    seen = list(unseen.tokens(source, lambda told: left.append(("film", told))))
    title, part, around = main_part.of(seen, main_part.titles_of(source))
    html = _shaped(part, source, lambda address: written_in(address, scratch), left)
    return Document("html", html, tuple(scratch.pictures), title=title, left_out=(*left, *around))


def html_of(source: str, picture: Callable[[str], int | None], left: LeftOut) -> str:
    """The page reduced to a document's elements. `picture` maps an address to an index, or None;
    what is left out is added to `left`."""
    seen = unseen.tokens(source, lambda told: left.append(("film", told)))
    return _shaped(seen, source, picture, left)


def _shaped(
    seen: Iterable[Token], source: str, picture: Callable[[str], int | None], left: LeftOut
) -> str:
    filtered = "".join(_filtered(seen, picture, left))
    try:
        html = shaping.shaped(filtered, MOST_TAGS, ("picture",))
    except OverflowError:
        return lines.html_of(plain.text_of(source))
    return writing.OutputLimit().spend(html)


def decoded(data: bytes, charset: str | None = None) -> str:
    """Bytes as text: by BOM, by the declared charset, or by trying."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    meta = _META.search(data[:4096])
    said = charset or (meta[1].decode("ascii") if meta else "")
    for encoding in (_codec(said), "utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8" if said.lower().startswith("utf") else "cp949", errors="replace")


def written_in(address: str, scratch: Scratch) -> int | None:
    """The index of a picture in a data: address, or None."""
    found = _DATA.match(address)
    if not found:
        return None
    try:
        data = base64.b64decode(address[found.end() :])
    except (binascii.Error, ValueError):
        return None
    key = f"data:{hash(data)}"
    return scratch.picture(key, f"그림.{found[1].lower().partition('+')[0]}", [data])


def _codec(said: str) -> str:
    """The codec for a declared charset; EUC-KR is read as its superset CP949."""
    return "cp949" if said.lower() in KOREAN else said or "utf-8-sig"


def _filtered(
    seen: Iterable[Token], picture: Callable[[str], int | None], left: LeftOut
) -> Iterator[str]:
    as_typed = 0
    for kind, name, raw in seen:
        if kind == "text":
            text = writing.text(raw)
            yield _LINE_END.sub("<br>", text) if as_typed else text
        elif kind == "end":
            as_typed -= name == "pre" and as_typed > 0
            yield f"</{name}>"
        elif name == "img":
            yield _image(markup.attributes(raw), picture, left)
        else:
            as_typed += name == "pre"
            yield _start(name, raw)


def _start(name: str, raw: str) -> str:
    given = markup.attributes(raw) if raw and name in ("a", "td", "th") else {}
    kept = (f' {key}="{writing.attribute(given[key])}"' for key in _KEPT if key in given)
    return f"<{name}{''.join(kept)}>"


def _image(given: dict[str, str], picture: Callable[[str], int | None], left: LeftOut) -> str:
    place = picture(unseen.address_of(given))
    if place is None:
        left.append(("photo", unseen.named_picture(given)))
        return ""
    return writing.image(place, given.get("alt", ""))
