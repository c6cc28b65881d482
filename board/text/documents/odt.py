"""ODT reader: OpenDocument's zip of XML; pictures are copied out unchanged."""

import posixpath
from pathlib import Path

from board.text.documents import opendocument, xml
from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError
from board.text.documents.zipped import Zipped

_MANIFEST = "META-INF/manifest.xml"


def read(path: Path, scratch: Scratch) -> Document:
    """Read an ODT file. Raises `UnreadableError`."""
    package = Zipped(path)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise UnreadableError("password")
    html = opendocument.html(
        xml.parse(package.read("content.xml")),
        xml.parse(package.read("styles.xml")) if "styles.xml" in package else None,
        lambda href: _picture(package, posixpath.normpath(href), scratch),
    )
    return Document("odt", html, tuple(scratch.pictures))


def _picture(package: Zipped, name: str, scratch: Scratch) -> int | None:
    return scratch.picture(name, name, package.chunks(name) if name in package else ())
