"""Bitmap reader: BMP, TIFF and PCX, as Hangul and scanners leave them, made PNG.

Browsers do not show them, and their decoders are old: they run in the child process only.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from board.text.documents.document import Document
from board.text.documents.limits import MEGABYTE, MOST_PIXELS
from board.text.documents.unreadable import UnreadableError

if TYPE_CHECKING:
    from board.text.documents.scratch import Scratch

KINDS = {"bmp": "BMP", "tif": "TIFF", "pcx": "PCX"}  # what Pillow calls them
HEAD = 18  # bytes that tell
LARGEST = 60 * MEGABYTE  # of the file; what is not compressed becomes a tenth of it
MOST_DECODED = 64 * MEGABYTE
_AS_IT_IS = ("1", "L", "P", "RGB", "RGBA", "I;16")
_BMP_HEADS = (12, 40, 52, 56, 64, 108, 124)  # bytes of the header after the file's own
_TIFF = (b"II*\0", b"MM\0*")
_PCX = (b"\x0a\x02\x01", b"\x0a\x03\x01", b"\x0a\x05\x01")


def kind_of(head: bytes) -> str | None:
    """One of `KINDS` by a file's first `HEAD` bytes, or None."""
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADS:
        return "bmp"
    if head.startswith(_TIFF):
        return "tif"
    return "pcx" if head.startswith(_PCX) else None


def read(path: Path, scratch: "Scratch") -> Document:
    """A picture that comes by itself, as PNG. Raises `UnreadableError`."""
    scratch.picture("whole", f"{path.name}.png", [as_png(path)])
    return Document("bitmap", "", tuple(scratch.pictures))


def as_png(path: Path) -> bytes:
    """The picture as PNG, its first page where it has several; errors are Pillow's."""
    from PIL import Image

    with Image.open(path, formats=tuple(KINDS.values())) as picture:
        bands = 1 if len(picture.getbands()) == 1 else 4  # bytes a pixel
        if min(MOST_PIXELS, MOST_DECODED // bands) < picture.width * picture.height:
            raise UnreadableError("large")
        kept = picture if picture.mode in _AS_IT_IS else picture.convert("RGB")
        made = io.BytesIO()
        kept.save(made, "PNG")
    return made.getvalue()
