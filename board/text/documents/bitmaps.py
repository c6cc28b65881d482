"""Bitmap reader: BMP, TIFF and PCX, as Hangul and scanners leave them, made PNG; JPEG 2000, as PDF
has it, made JPEG; and the bitmap that a WMF or EMF drawing consists of.

Browsers do not show them, and their decoders are old: they run in the child process only.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from board.text.documents import metafiles
from board.text.documents.document import Document
from board.text.documents.limits import MEGABYTE, MOST_PIXELS
from board.text.documents.unreadable import UnreadableError

if TYPE_CHECKING:
    from board.text.documents.scratch import Scratch

KINDS = {"bmp": "BMP", "tif": "TIFF", "pcx": "PCX"}  # what Pillow calls them
INSIDE = {"jp2": "JPEG2000", "wmf": "BMP", "emf": "BMP"}  # only documents bring them
HEAD = metafiles.HEAD  # bytes that tell
LARGEST = 60 * MEGABYTE  # of the file; what is not compressed becomes a tenth of it
MOST_DECODED = 64 * MEGABYTE
_AS_IT_IS = ("1", "L", "P", "RGB", "RGBA", "I;16")
_BMP_HEADS = (12, 40, 52, 56, 64, 108, 124)  # bytes of the header after the file's own
_JPEG_2000 = (b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51")
_PHOTO_MODES = ("L", "RGB", "CMYK", "YCbCr")
_PHOTO_QUALITY = 90
_TIFF = (b"II*\0", b"MM\0*")
_PCX = (b"\x0a\x02\x01", b"\x0a\x03\x01", b"\x0a\x05\x01")


def kind_of(head: bytes) -> str | None:
    """One of `KINDS` or `INSIDE` by a file's first `HEAD` bytes, or None."""
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADS:
        return "bmp"
    if head.startswith(_TIFF):
        return "tif"
    if head.startswith(_JPEG_2000):
        return "jp2"
    return "pcx" if head.startswith(_PCX) else metafiles.kind_of(head)


def read(path: Path, scratch: "Scratch") -> Document:
    """A picture that comes by itself, as browsers show it. Raises `UnreadableError`."""
    ending, shown = as_shown(path)
    scratch.picture("whole", f"{path.name}.{ending}", [shown])
    return Document("bitmap", "", tuple(scratch.pictures))


def as_shown(path: Path) -> tuple[str, bytes]:
    """(extension, bytes) of the picture as PNG or JPEG, its first page where it has several; errors
    are Pillow's, or `UnreadableError`."""
    from PIL import Image

    data = path.read_bytes()
    if metafiles.kind_of(data[:HEAD]):
        data = metafiles.bitmap_of(data)
    formats = (*KINDS.values(), INSIDE["jp2"])
    with Image.open(io.BytesIO(data), formats=formats) as picture:
        bands = 1 if len(picture.getbands()) == 1 else 4  # bytes a pixel
        if min(MOST_PIXELS, MOST_DECODED // bands) < picture.width * picture.height:
            raise UnreadableError("large")
        made = io.BytesIO()
        if picture.format == INSIDE["jp2"] and picture.mode in _PHOTO_MODES:
            picture.convert("RGB").save(made, "JPEG", quality=_PHOTO_QUALITY)
            return "jpg", made.getvalue()
        kept = picture if picture.mode in _AS_IT_IS else picture.convert("RGB")
        kept.save(made, "PNG")
    return "png", made.getvalue()
