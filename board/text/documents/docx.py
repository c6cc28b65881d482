"""DOCX reader: Word's zip of XML; pictures are copied out unchanged."""

import posixpath
from pathlib import Path

from board.text.documents import wordml, xml
from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.zipped import Zipped

_MAIN = "word/document.xml"


def read(path: Path, scratch: Scratch) -> Document:
    """Read a DOCX file. Raises `UnreadableError`."""
    package = Zipped(path)

    def part(name: str) -> xml.Element | None:
        return (
            xml.parse(package.read(f"word/{name}.xml")) if f"word/{name}.xml" in package else None
        )

    targets = _targets(package)
    html = wordml.html(
        xml.parse(package.read(_MAIN)),
        part,
        targets,
        lambda item: _picture(package, targets.get(item, ""), scratch),
    )
    return Document("docx", html, tuple(scratch.pictures))


def _targets(package: Zipped) -> dict[str, str]:
    """Targets of the main part's relationships: a part of the package, or an address."""
    name = "word/_rels/document.xml.rels"
    if name not in package:
        return {}
    return {
        relation.get("Id", ""): _absolute(relation)
        for relation in xml.parse(package.read(name))
        if xml.name_of(relation) == "Relationship"
    }


def _absolute(relation: xml.Element) -> str:
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return target
    return posixpath.normpath(posixpath.join("/word", target)).lstrip("/")


def _picture(package: Zipped, name: str, scratch: Scratch) -> int | None:
    return scratch.picture(name, name, package.chunks(name) if name in package else ())
