"""PDF pictures: photographs copied unchanged, other images as PNG."""

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfplumber.page import Page

from board.text.documents import writing
from board.text.documents.limits import MOST_PIXELS
from board.text.documents.scratch import Scratch

SMALLEST = 24  # points; what is smaller is ornament
WHOLE_SHEET = 0.85  # of its area: a background, or the scan behind recognised words
_PHOTO = ("DCTDecode", "DCT")


def of(page: Page, scratch: Scratch) -> Iterator[tuple[str, float, float]]:
    """(HTML, top, bottom) of each picture; a repeated picture is not shown again."""
    for image in page.images:
        width, height = image["x1"] - image["x0"], image["bottom"] - image["top"]
        if min(width, height) < SMALLEST or _covers(page, width * height):
            continue
        stream: PDFStream = image["stream"]
        key, seen = f"object:{stream.objid}", len(scratch.pictures)
        data = _data(stream) if stream.objid is None or not scratch.has(key) else None
        if data is None:
            continue
        place = scratch.picture(
            key if stream.objid else f"{key}{seen}", f"그림{seen + 1}.{data[0]}", [data[1]]
        )
        if place is not None:
            yield writing.figure(place), image["top"], image["bottom"]


def _covers(page: Page, area: float) -> bool:
    return area > WHOLE_SHEET * float(page.width) * float(page.height)


def _data(stream: PDFStream) -> tuple[str, bytes] | None:
    """(extension, bytes), or None for an image format we cannot show."""
    width, height = (_number(stream, *names) for names in (("Width", "W"), ("Height", "H")))
    if not 0 < width * height <= MOST_PIXELS or stream.get_any(("ImageMask", "IM")):
        return None
    filters = [_name(name) for name, _ in stream.get_filters()]
    if filters and filters[-1] in _PHOTO:
        return "jpg", stream.get_data()
    if filters and filters[-1] not in ("FlateDecode", "Fl", "LZWDecode", "RunLengthDecode"):
        return None
    depth = _number(stream, "BitsPerComponent", "BPC") or 8
    colours = _colours(resolve1(stream.get_any(("ColorSpace", "CS"))))
    return ("png", _png(stream.get_data(), width, height, depth, *colours)) if colours else None


def _colours(space: Any) -> tuple[int, bytes] | None:
    """(PNG colour type, palette) of this colour space."""
    if isinstance(space, list):
        kind = _name(space[0])
        if kind == "ICCBased":
            count = resolve1(resolve1(space[1]).attrs.get("N"))
            return {1: (0, b""), 3: (2, b"")}.get(count)
        if kind == "Indexed" and _colours(resolve1(space[1])) == (2, b""):
            table = resolve1(space[3])
            palette = table.get_data() if isinstance(table, PDFStream) else bytes(table)
            return 3, palette[:768]
        return {"CalRGB": (2, b""), "CalGray": (0, b"")}.get(kind)
    return {"DeviceRGB": (2, b""), "RGB": (2, b""), "DeviceGray": (0, b""), "G": (0, b"")}.get(
        _name(space)
    )


def _png(data: bytes, width: int, height: int, depth: int, kind: int, palette: bytes) -> bytes:
    line = (width * depth * (3 if kind == 2 else 1) + 7) // 8
    lines = b"".join(
        b"\0" + data[at : at + line].ljust(line, b"\0") for at in range(0, line * height, line)
    )
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    parts = [
        (b"IHDR", head),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(lines, 3)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inside))
        + name
        + inside
        + struct.pack(">I", zlib.crc32(name + inside))
        for name, inside in parts
        if inside or name == b"IEND"
    )


def _number(stream: PDFStream, *names: str) -> int:
    value = resolve1(stream.get_any(names))
    return value if isinstance(value, int) and value > 0 else 0


def _name(value: Any) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else str(value)
