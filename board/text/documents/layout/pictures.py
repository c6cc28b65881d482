"""PDF pictures: photographs and faxes copied as they are, other images as PNG.

One of a kind that cannot be shown is written too, as it is: whoever wants to use it learns that.
"""

import io
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
_JPEG_2000 = ("JPXDecode",)
_FAX = ("CCITTFaxDecode", "CCF")
_BYTES = ("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL")
_CMYK = -1
_INVERTED = ([1, 0], [1.0, 0.0])  # a Decode array that makes black white


def of(page: Page, scratch: Scratch) -> Iterator[tuple[str, float, float]]:
    """(HTML, top, bottom) of each picture; a repeated picture is not shown again."""
    for image in page.images:
        width, height = image["x1"] - image["x0"], image["bottom"] - image["top"]
        stream: PDFStream = image["stream"]
        key, seen = f"object:{stream.objid}", len(scratch.pictures)
        if min(width, height) < SMALLEST or (stream.objid is not None and scratch.has(key)):
            continue
        if page.chars and _covers(page, width * height):
            scratch.told.append(("photo", f"{page.page_number}쪽 바탕에 깔린 그림"))
            continue
        ending, data = _data(stream)
        place = scratch.picture(
            key if stream.objid else f"{key}{seen}", f"그림{seen + 1}.{ending}", [data]
        )
        if place is not None:
            yield writing.figure(place), image["top"], image["bottom"]


def _covers(page: Page, area: float) -> bool:
    return area > WHOLE_SHEET * float(page.width) * float(page.height)


def _data(stream: PDFStream) -> tuple[str, bytes]:
    """(extension, bytes) of an image; "raw" and what there is of a kind that nothing shows."""
    width, height = (_number(stream, *names) for names in (("Width", "W"), ("Height", "H")))
    filters = [_name(name) for name, _ in stream.get_filters()]
    last = filters[-1] if filters else _BYTES[0]
    if last in _PHOTO or last in _JPEG_2000:
        return "jpg" if last in _PHOTO else "jp2", stream.get_data()
    if not 0 < width * height <= MOST_PIXELS:
        return "raw", b""
    if last in _FAX and len(filters) == 1:
        return "tif", _tiff(stream, width, height)
    depth = _number(stream, "BitsPerComponent", "BPC") or 8
    colours = _colours(resolve1(stream.get_any(("ColorSpace", "CS"))))
    if stream.get_any(("ImageMask", "IM")):  # a stencil: painted black on white
        depth, colours = 1, (0, b"")
    if last not in _BYTES or not colours:
        return "raw", stream.get_data() if last in _BYTES else b""
    if colours[0] == _CMYK:
        return "jpg", _jpeg(stream.get_data(), width, height) if depth == 8 else b""
    return "png", _png(stream.get_data(), width, height, depth, *colours)


def _colours(space: Any) -> tuple[int, bytes] | None:
    """(PNG colour type or `_CMYK`, palette) of this colour space."""
    if isinstance(space, list):
        kind = _name(space[0])
        if kind == "ICCBased":
            count = resolve1(resolve1(space[1]).attrs.get("N"))
            return {1: (0, b""), 3: (2, b""), 4: (_CMYK, b"")}.get(count)
        if kind == "Indexed" and _colours(resolve1(space[1])) == (2, b""):
            table = resolve1(space[3])
            palette = table.get_data() if isinstance(table, PDFStream) else bytes(table)
            return 3, palette[:768]
        return {"CalRGB": (2, b""), "CalGray": (0, b"")}.get(kind)
    return {
        **dict.fromkeys(("DeviceRGB", "RGB"), (2, b"")),
        **dict.fromkeys(("DeviceGray", "G"), (0, b"")),
        **dict.fromkeys(("DeviceCMYK", "CMYK"), (_CMYK, b"")),
    }.get(_name(space))


def _jpeg(data: bytes, width: int, height: int) -> bytes:
    """A picture in the four colours of print, which PNG does not know."""
    from PIL import Image

    made = io.BytesIO()
    Image.frombytes("CMYK", (width, height), data).convert("RGB").save(made, "JPEG", quality=90)
    return made.getvalue()


def _tiff(stream: PDFStream, width: int, height: int) -> bytes:
    """A fax as TIFF, which holds the same code (ITU-T T.4 and T.6)."""
    data = stream.rawdata or b""
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    given = resolve1(stream.get_filters()[-1][1]) or {}
    code = resolve1(given.get("K", 0))
    inverted = resolve1(stream.get_any(("Decode", "D"))) in _INVERTED
    black_is_one = bool(resolve1(given.get("BlackIs1", False))) != inverted
    entries = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 1),  # bits of a sample
        (259, 3, 4 if code < 0 else 3),  # T.6, or T.4
        (262, 3, int(black_is_one)),  # whether what the code calls black is shown white
        (273, 4, 8 + 2 + 9 * 12 + 4),  # where the strip begins
        (278, 4, height),
        (279, 4, len(data)),
        (292, 4, int(code > 0)) if code >= 0 else (293, 4, 0),
    ]
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return struct.pack("<2sHIH", b"II", 42, 8, len(entries)) + table + bytes(4) + data


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
