"""HWPX reader: Hangul's zip of XML, in the order of its spine; pictures are copied out
unchanged."""

import re
from pathlib import Path

from board.text.documents import owpml, xml
from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError
from board.text.documents.zipped import Zipped

_SECTION = re.compile(r"section(\d+)\.xml$", re.IGNORECASE)


def read(path: Path, scratch: Scratch) -> Document:
    """Read an HWPX file. Raises `UnreadableError`."""
    package = Zipped(path)
    if _is_encrypted(package):
        raise UnreadableError("password")
    hrefs, spine = _manifest(package)
    sections = [name for name in spine if _SECTION.search(name)] or _by_number(package)
    if not sections:
        raise UnreadableError("broken")
    header = next((name for name in package.names() if name.endswith("header.xml")), None)
    html = owpml.html(
        xml.parse(package.read(header)) if header else None,
        [xml.parse(package.read(name)) for name in sections],
        lambda item: _picture(package, hrefs.get(item, item), scratch),
    )
    return Document("hwpx", html, tuple(scratch.pictures))


def _is_encrypted(package: Zipped) -> bool:
    name = "META-INF/manifest.xml"
    return name in package and b"encryption-data" in package.read(name)


def _manifest(package: Zipped) -> tuple[dict[str, str], list[str]]:
    """(path of each item, sections in reading order); both empty without a manifest."""
    name = next((name for name in package.names() if name.endswith("content.hpf")), None)
    if name is None:
        return {}, []
    hrefs: dict[str, str] = {}
    spine: list[str] = []
    for element in xml.parse(package.read(name)).iter():
        if xml.name_of(element) == "item":
            href = element.get("href", "")
            hrefs[element.get("id", "")] = href if href in package else f"Contents/{href}"
        elif xml.name_of(element) == "itemref":
            spine.append(hrefs.get(element.get("idref", ""), ""))
    return hrefs, [part for part in spine if part in package]


def _by_number(package: Zipped) -> list[str]:
    found = ((_SECTION.search(name), name) for name in package.names())
    return [name for _, name in sorted((int(match[1]), name) for match, name in found if match)]


def _picture(package: Zipped, wanted: str, scratch: Scratch) -> int | None:
    """Copy a picture out. Some writers omit the extension: then the first matching entry counts."""
    name = wanted
    if name not in package:
        stem = name.rpartition("/")[2]
        name = next(
            (entry for entry in package.names() if entry.startswith(f"BinData/{stem}.")), ""
        )
    return scratch.picture(name or wanted, name or wanted, package.chunks(name) if name else ())
