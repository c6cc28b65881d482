"""HML reader: Hangul's document as one XML file, translated to HWPX XML, which is then read."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from board.text.documents import owpml, xml
from board.text.documents.document import Document
from board.text.documents.limits import MEGABYTE
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError
from board.text.documents.xml import Element, child, name_of

LARGEST = 48 * MEGABYTE  # bytes; pictures are written into the file
_NAMES = {
    "P": "p",
    "TEXT": "run",
    "CHAR": "t",
    "TABLE": "tbl",
    "ROW": "tr",
    "CELL": "tc",
    "PARALIST": "subList",
    "CAPTION": "caption",
    "PICTURE": "pic",
    "IMAGE": "img",
    "DRAWTEXT": "drawText",
    "EQUATION": "equation",
    "SCRIPT": "script",
    "TEXTART": "textart",
    "CONTAINER": "container",
    "RECTANGLE": "rect",
    "ELLIPSE": "ellipse",
    "ARC": "arc",
    "POLYGON": "polygon",
    "CURVE": "curve",
    "TAB": "tab",
    "LINEBREAK": "lineBreak",
    "NBSPACE": "nbSpace",
    "FWSPACE": "fwSpace",
    "HYPHEN": "hyphen",
    "FOOTNOTE": "footNote",
    "ENDNOTE": "endNote",
    "AUTONUM": "autoNum",
    "FIELDBEGIN": "fieldBegin",
    "FIELDEND": "fieldEnd",
}
_CONTROLS = ("footNote", "endNote", "autoNum", "fieldBegin", "fieldEnd")
_AROUND = ("SHAPEOBJECT", "DRAWINGOBJECT", "SHAPECOMPONENT", "COMPONENT")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def read(path: Path, scratch: Scratch) -> Document:
    """Read an HML file. Raises `UnreadableError`."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError("large")
    root = xml.parse(path.read_bytes())
    sections = [_section(section) for section in root.iter("SECTION")]
    if not sections:
        raise UnreadableError("broken")
    html = owpml.html(_header(root), sections, _pictures(root, scratch))
    return Document("hml", html, tuple(scratch.pictures))


def _section(section: Element) -> Element:
    made = etree.Element("sec")
    _translate(section, made)
    return made


def _translate(source: Element, into: Element) -> None:
    """Append the children of `source` under the names that HWPX has for them."""
    for element in source:
        name = name_of(element)
        if name in _AROUND:
            _translate(element, into)
            continue
        known = _NAMES.get(name)
        if known is None:  # margins, headers and footers, remarks nobody prints
            continue
        holder = etree.SubElement(into, "ctrl") if known in _CONTROLS else into
        made = etree.SubElement(holder, known)
        made.text, made.tail = element.text, element.tail
        _describe(element, made)
        _translate(element, made)


def _describe(element: Element, made: Element) -> None:
    """Set the attributes that the reader of HWPX looks at."""
    given = element.get
    match name_of(made):
        case "p":
            made.set("paraPrIDRef", given("ParaShape", ""))
        case "run":
            made.set("charPrIDRef", given("CharShape", ""))
        case "tc":
            made.set("header", "1" if given("Header") == "true" else "0")
            spans = {"colSpan": given("ColSpan", "1"), "rowSpan": given("RowSpan", "1")}
            etree.SubElement(made, "cellSpan", spans)
        case "img":
            made.set("binaryItemIDRef", given("BinItem", ""))
        case "textart":
            made.set("text", given("Text", ""))
        case "autoNum":
            made.set("num", given("Number", ""))
            made.set("numType", _spelt(given("NumberType", "Page")))
        case "fieldBegin":
            made.set("type", given("Type", "").upper())
            etree.SubElement(made, "stringParam", name="Command").text = given("Command", "")


def _header(root: Element) -> Element:
    """The formats of letters and paragraphs, and the numberings."""
    made = etree.Element("head")
    for shape in root.iter("CHARSHAPE"):
        about = {"id": shape.get("Id", ""), "height": shape.get("Height", "")}
        letters = etree.SubElement(made, "charPr", about)
        if child(shape, "BOLD") is not None:
            etree.SubElement(letters, "bold")
    for shape in root.iter("PARASHAPE"):
        paragraph = etree.SubElement(made, "paraPr", id=shape.get("Id", ""))
        etree.SubElement(paragraph, "align", horizontal=shape.get("Align", "").upper())
        about = {"type": shape.get("HeadingType", "None").upper(), "level": shape.get("Level", "0")}
        etree.SubElement(paragraph, "heading", about, idRef=shape.get("Heading", "0"))
    for each in root.iter("NUMBERING"):
        numbering = etree.SubElement(made, "numbering", id=each.get("Id", ""))
        for level in each.iter("PARAHEAD"):
            about = {"level": level.get("Level", ""), "start": level.get("Start", "1")}
            form = _spelt(level.get("NumFormat", "Digit"))
            etree.SubElement(numbering, "paraHead", about, numFormat=form).text = level.text
    return made


def _spelt(name: str) -> str:
    """HangulSyllable as HWPX spells it, HANGUL_SYLLABLE."""
    return _WORD.sub("_", name).upper()


def _pictures(root: Element, scratch: Scratch) -> Callable[[str], int | None]:
    """Writes the picture that stands at this place, from 1, in the list of what is embedded."""
    items = list(root.iter("BINITEM"))
    stored = {data.get("Id", ""): data for data in root.iter("BINDATA")}

    def picture(place: str) -> int | None:
        index = int(place) if place.isdecimal() and len(place) < 5 else 0
        item = items[index - 1] if 0 < index <= len(items) else None
        data = stored.get(item.get("BinData", "")) if item is not None else None
        ending = item.get("Format", "") if item is not None else ""
        return scratch.picture(place, f"그림{place}.{ending}", [_bytes(data)])

    return picture


def _bytes(data: Element | None) -> bytes:
    if data is None:
        return b""
    try:
        raw = base64.b64decode(data.text or "")
        if data.get("Compress") == "true":
            unpacked = zlib.decompressobj(-zlib.MAX_WBITS)
            raw = unpacked.decompress(raw, LARGEST)
    except (binascii.Error, ValueError, zlib.error):
        return b""
    return raw
