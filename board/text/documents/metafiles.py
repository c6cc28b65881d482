"""WMF and EMF: Windows drawings, of which a picture pasted into a document is often the only part.

Nothing outside Windows draws one faithfully. One that is a single bitmap, though, is that bitmap;
any other is left as it is, for the desk to save as a picture.
"""

import struct
from collections.abc import Iterator

from board.text.documents.unreadable import UnreadableError

HEAD = 44  # bytes that tell

_PLACEABLE = b"\xd7\xcd\xc6\x9a"  # 22 bytes more, before the header
_WMF = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_COPY = 0x00CC0020  # SRCCOPY: what is drawn covers what was there
_WMF_BITMAPS = {0x0F43: 28, 0x0B41: 26, 0x0940: 22, 0x0D33: 24}  # function: offset of the bitmap
_WMF_WORDS = (0x0521, 0x0A32)
_EMF_BITMAPS = {81: 48, 80: 48, 76: 84, 77: 84}  # function: where the bitmap's offsets stand
_WMF_COPIES = {0x0F43: 6, 0x0B41: 6, 0x0940: 6}  # function: where it says how it is drawn
_EMF_COPIES = {81: 68, 76: 40, 77: 40}
_EMF_WORDS = (83, 84, 96, 97, 108)
_BITMAP_HEADS = (40, 108, 124)
_MOST_RECORDS = 100_000


def kind_of(head: bytes) -> str | None:
    """One of "wmf" and "emf" by a file's first `HEAD` bytes, or None."""
    if head.startswith((_PLACEABLE, *_WMF)):
        return "wmf"
    return "emf" if head[40:44] == b" EMF" else None


def bitmap_of(data: bytes) -> bytes:
    """The only bitmap in a drawing without words, as BMP. Raises `UnreadableError`."""
    found = _of_emf(data) if kind_of(data[:HEAD]) == "emf" else _of_wmf(data)
    bitmaps = list(dict.fromkeys(found))
    if len(bitmaps) != 1:
        raise UnreadableError("broken")
    return _with_file_head(bitmaps[0])


def _of_wmf(data: bytes) -> Iterator[bytes]:
    at = 18 + (22 if data.startswith(_PLACEABLE) else 0)
    for _ in range(_MOST_RECORDS):
        words, function = struct.unpack_from("<IH", data, at)
        if function == 0 or words < 3:
            return
        if function in _WMF_WORDS:
            raise UnreadableError("broken")
        start = at + _WMF_BITMAPS.get(function, 0)
        drawn = _is_copied(data, at, _WMF_COPIES.get(function))
        if function in _WMF_BITMAPS and start < at + words * 2 and drawn:
            yield data[start : at + words * 2]
        at += words * 2


def _of_emf(data: bytes) -> Iterator[bytes]:
    at = 0
    for _ in range(_MOST_RECORDS):
        function, size = struct.unpack_from("<II", data, at)
        if function == 14 or size < 8:
            return
        if function in _EMF_WORDS:
            raise UnreadableError("broken")
        if function in _EMF_BITMAPS and _is_copied(data, at, _EMF_COPIES.get(function)):
            head, heads, bits, length = struct.unpack_from("<4I", data, at + _EMF_BITMAPS[function])
            if length:
                yield data[at + head : at + head + heads] + data[at + bits : at + bits + length]
        at += size


def _is_copied(data: bytes, at: int, how: int | None) -> bool:
    return how is None or struct.unpack_from("<I", data, at + how)[0] == _COPY


def _with_file_head(bitmap: bytes) -> bytes:
    """A device-independent bitmap with the head that a BMP file has before it."""
    head, _, _, _, depth, compression = struct.unpack_from("<IiiHHI", bitmap, 0)
    if head not in _BITMAP_HEADS:
        raise UnreadableError("broken")
    colours = struct.unpack_from("<I", bitmap, 32)[0] or (1 << depth if depth <= 8 else 0)
    masks = 12 if compression == 3 and head == 40 else 0
    start = 14 + head + masks + 4 * min(colours, 256)
    return struct.pack("<2sIHHI", b"BM", 14 + len(bitmap), 0, 0, start) + bitmap
