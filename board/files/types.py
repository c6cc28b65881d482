"""Allowed file types: checked by name and content; and safe names for download.

Name and content must agree on one of the types below; everything else is refused. Containers are
only inspected from outside: no archive is unpacked and no XML is parsed.
"""

import codecs
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from board.files.limits import LARGEST_DIRECTORY, LONGEST_FILE_NAME
from board.text import plain
from board.text.documents import bitmaps

CHUNK = 64 * 1024
_AVIF = {b"avif", b"avis"}
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# Whatever a zip that is not one, or a damaged one, makes the standard library raise.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True)
class FileType:
    """A file type: its extension, media type, and the label readers know it by."""

    extension: str
    media_type: str
    label: str
    is_photo: bool = False


def recognise(stream: BinaryIO, name: str) -> FileType:
    """The type of this file. The stream is left at its start.

    Raises `ValueError` with a Korean sentence when name or content is not allowed.
    """
    extension = name.rpartition(".")[2].lower()
    kind = KINDS.get(ALIASES.get(extension, extension))
    if kind is None:
        raise ValueError(f"‘{name}’은 올릴 수 없는 형식입니다. 올릴 수 있는 형식: {ACCEPTED}")
    stream.seek(0)
    agrees = CONTENT[kind.extension](stream)
    stream.seek(0)
    if not agrees:
        raise ValueError(
            f"‘{name}’의 내용이 {kind.label} 파일이 아닙니다. 원래 프로그램에서 다시 저장해 주세요."
        )
    return kind


def clean_name(name: str) -> str:
    """A safe file name for download: one part, visible, NFC, at most `LONGEST_FILE_NAME` bytes."""
    name = plain.tidy(re.split(r"[/\\\x00]", name.replace("\r", "").replace("\n", ""))[-1])
    name = re.sub(r'[<>:"|?*]', "_", name).rstrip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    return _short(stem.strip(" .") or "첨부", f"{dot}{extension.lower()}")


def photo_name(stream: BinaryIO, name: str) -> str:
    """The name with the extension that matches a photo's content; other names are unchanged."""
    kind = photo_kind(stream)
    return f"{name.rpartition('.')[0] or name}.{kind.extension}" if kind else name


def photo_kind(stream: BinaryIO) -> FileType | None:
    """The type of a photo by its content alone; None for other files."""
    for kind in PHOTOS:
        stream.seek(0)
        if CONTENT[kind.extension](stream):
            stream.seek(0)
            return kind
    stream.seek(0)
    return None


def _short(stem: str, ending: str) -> str:
    room = LONGEST_FILE_NAME - len(ending.encode())
    cut = stem.encode()[: max(room, 0)].decode(errors="ignore")
    return unicodedata.normalize("NFC", cut + ending)


def _begins(*signatures: bytes) -> Callable[[BinaryIO], bool]:
    return lambda stream: stream.read(16).startswith(signatures)


def _is_webp(stream: BinaryIO) -> bool:
    head = stream.read(16)
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _brands(stream: BinaryIO) -> set[bytes]:
    """The brands in the head of an ISO media file; none for other files."""
    head = stream.read(128)
    if head[4:8] != b"ftyp":
        return set()
    size = int.from_bytes(head[:4], "big")
    return {head[at : at + 4] for at in (8, *range(16, min(size, len(head)), 4))}


def _is_avif(stream: BinaryIO) -> bool:
    return bool(_brands(stream) & _AVIF)


def _is_heic(stream: BinaryIO) -> bool:
    brands = _brands(stream)
    return bool(brands & _HEIC) and not brands & _AVIF


def _is_bitmap(kind: str) -> Callable[[BinaryIO], bool]:
    return lambda stream: bitmaps.kind_of(stream.read(bitmaps.HEAD)) == kind


def _is_hwp(stream: BinaryIO) -> bool:
    """Whether an OLE file is Hangul's; other OLE files (.doc, .msi) are not."""
    if stream.read(8) != b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return False
    tail = b""
    while piece := stream.read(CHUNK):
        if b"HWP Document File" in tail + piece:
            return True
        tail = piece[-32:]
    return False


def _zip_with_mimetype(expected: bytes) -> Callable[[BinaryIO], bool]:
    def check(archive: zipfile.ZipFile) -> bool:
        with archive.open("mimetype") as entry:
            return entry.read(128).strip() == expected

    return lambda stream: _in_zip(stream, check)


def _office(folder: str, name: str) -> Callable[[BinaryIO], bool]:
    """A check for Microsoft's containers by the names of their entries; macros are refused."""
    part = f"{folder}/{name}.xml"

    def check(archive: zipfile.ZipFile) -> bool:
        names = {entry.filename for entry in archive.infolist()}
        return {"[Content_Types].xml", part} <= names and not any(
            name.endswith("vbaProject.bin") for name in names
        )

    return lambda stream: _in_zip(stream, check)


def _in_zip(stream: BinaryIO, check: Callable[[zipfile.ZipFile], bool]) -> bool:
    if not _has_small_directory(stream):
        return False
    try:
        with zipfile.ZipFile(stream) as archive:
            return check(archive)
    except BROKEN:
        return False


def _has_small_directory(stream: BinaryIO) -> bool:
    """Whether a zip's directory is small enough to be read whole when it is opened."""
    if stream.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
        return False
    stream.seek(0, 2)
    stream.seek(max(stream.tell() - 65_557, 0))
    end = stream.read()
    at = end.rfind(b"PK\x05\x06")
    size = int.from_bytes(end[at + 12 : at + 16], "little")
    stream.seek(0)
    return at >= 0 and size <= LARGEST_DIRECTORY


def _is_text(stream: BinaryIO) -> bool:
    """Whether it is UTF-8 or CP949 text, and not a web page in disguise."""
    return any(_decodes(stream, encoding) for encoding in ("utf-8-sig", "cp949", "utf-16"))


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    head = ""
    try:
        while piece := stream.read(CHUNK):
            text = decoder.decode(piece)
            if "\x00" in text:
                return False
            head = head or text[:512]
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return not re.match(r"\s*<(?:!|\?|html|head|body|svg|script|iframe)", head, re.IGNORECASE)


KINDS = {
    kind.extension: kind
    for kind in (
        FileType("jpg", "image/jpeg", "JPG", is_photo=True),
        FileType("png", "image/png", "PNG", is_photo=True),
        FileType("gif", "image/gif", "GIF", is_photo=True),
        FileType("webp", "image/webp", "WebP", is_photo=True),
        FileType("heic", "image/heic", "HEIC", is_photo=True),
        FileType("avif", "image/avif", "AVIF", is_photo=True),
        FileType("bmp", "image/bmp", "BMP", is_photo=True),
        FileType("tif", "image/tiff", "TIFF", is_photo=True),
        FileType("pcx", "image/x-pcx", "PCX", is_photo=True),
        FileType("pdf", "application/pdf", "PDF"),
        FileType("hwp", "application/x-hwp", "HWP"),
        FileType("hwpx", "application/hwp+zip", "HWPX"),
        FileType(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "DOCX",
        ),
        FileType(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "XLSX",
        ),
        FileType(
            "pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "PPTX",
        ),
        FileType("odt", "application/vnd.oasis.opendocument.text", "ODT"),
        FileType("zip", "application/zip", "ZIP"),
        FileType("txt", "text/plain", "TXT"),
        FileType("csv", "text/csv", "CSV"),
    )
}
ALIASES = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "heif": "heic", "tiff": "tif", "dib": "bmp"}
ACCEPTED = ", ".join(KINDS)
PHOTOS = [kind for kind in KINDS.values() if kind.is_photo]

CONTENT: dict[str, Callable[[BinaryIO], bool]] = {
    "jpg": _begins(b"\xff\xd8\xff"),
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "gif": _begins(b"GIF87a", b"GIF89a"),
    "webp": _is_webp,
    "heic": _is_heic,
    "avif": _is_avif,
    **{kind: _is_bitmap(kind) for kind in bitmaps.KINDS},
    "pdf": _begins(b"%PDF-", b"\xef\xbb\xbf%PDF-"),
    "hwp": _is_hwp,
    "hwpx": _zip_with_mimetype(b"application/hwp+zip"),
    "docx": _office("word", "document"),
    "xlsx": _office("xl", "workbook"),
    "pptx": _office("ppt", "presentation"),
    "odt": _zip_with_mimetype(b"application/vnd.oasis.opendocument.text"),
    "zip": lambda stream: _in_zip(stream, lambda archive: True),
    "txt": _is_text,
    "csv": _is_text,
}
