"""File type detection by content; the name is used only when the content does not tell.

It knows more kinds than may be attached to an article: mails and web pages are read, never offered.
"""

import re
import zipfile
from pathlib import Path
from typing import BinaryIO

from board.files import types
from board.files.limits import LARGEST_FILE, LARGEST_LETTER, LARGEST_ZIP
from board.text.documents import KINDS, UnreadableError

HEAD = 64 * 1024
LARGEST = {"zip": LARGEST_ZIP, "eml": LARGEST_LETTER}  # what holds other files may be larger
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TNEF = b"\x78\x9f\x3e\x22"
_HWP3 = b"HWP Document File V"
_NAMED = {  # why a file of this ending cannot be read, where its content does not tell
    **dict.fromkeys(KINDS, "broken"),
    **dict.fromkeys(("doc", "dot"), "doc"),
    **{name: name for name in ("rtf", "msg")},
    "xlsx": "sheet",
    "xls": "old_sheet",
    "pptx": "slides",
    "ppt": "old_slides",
    **dict.fromkeys(("cell", "hcell"), "han_sheet"),
    **dict.fromkeys(("show", "hshow"), "han_slides"),
}
_STREAMS = {  # in an OLE file, the first one found: a mail may hold a document
    "__properties_version1.0": "msg",
    "EncryptedPackage": "password",
    "WordDocument": "doc",
    "PowerPoint Document": "old_slides",
    "Workbook": "old_sheet",
}
_HEADER = re.compile(rb"([!-9;-~]{1,60}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*+")
_ENVELOPE = {b"from", b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"}
_MAIL = _ENVELOPE | {b"to", b"subject", b"date", b"content-type", b"reply-to", b"x-mailer"}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype|html|head|body|meta|title|style|div|p|table|span|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(path: Path, name: str) -> str:
    """One of `KINDS`, or "photo". Raises `UnreadableError` for everything else."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        reason, kind = _told(head, stream)
    if kind and path.stat().st_size > LARGEST.get(kind, LARGEST_FILE):
        raise UnreadableError("large", name)
    if kind:
        return kind
    extension = name.rpartition(".")[2].lower()
    if not reason:
        reason = _NAMED.get(extension, "unknown")
    raise UnreadableError(reason, name)


def _told(head: bytes, stream: BinaryIO) -> tuple[str, str]:
    """(reason why it cannot be read, kind); both empty when the content does not tell."""
    if not head:
        return "empty", ""
    if head.startswith(_OLE):
        return _of_ole(stream)
    if head.startswith(_HWP3):
        return "old_hwp", ""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(stream)
    if b"%PDF-" in head[:1024]:
        return "", "pdf"
    if types.photo_kind(stream):
        return "", "photo"
    if head.startswith(b"{\\rtf"):
        return "rtf", ""
    if b"<HWPML" in head[:1024]:
        return "", "hml"
    if head.startswith(_TNEF):
        return "winmail", ""
    return "", _of_text(head, stream)


def _agrees(kind: str, stream: BinaryIO) -> bool:
    stream.seek(0)
    return types.CONTENT[kind](stream)


def _of_ole(stream: BinaryIO) -> tuple[str, str]:
    if _agrees("hwp", stream):
        return "", "hwp"
    stream.seek(0)
    found: set[str] = set()
    tail = b""
    while piece := stream.read(types.CHUNK):
        found |= {name for name in _STREAMS if name.encode("utf-16-le") in tail + piece}
        tail = piece[-64:]
    return next((_STREAMS[name] for name in _STREAMS if name in found), ""), ""


def _of_zip(stream: BinaryIO) -> tuple[str, str]:
    if not _agrees("zip", stream):
        return "broken", ""
    stream.seek(0)
    with zipfile.ZipFile(stream) as archive:
        names = set(archive.namelist())
    if _agrees("hwpx", stream) or "Contents/section0.xml" in names:
        return "", "hwpx"
    if "word/document.xml" in names:
        return "", "docx"
    for part, reason in (("xl/workbook.xml", "sheet"), ("ppt/presentation.xml", "slides")):
        if part in names:
            return reason, ""
    return "", "odt" if _agrees("odt", stream) else "zip"


def _of_text(head: bytes, stream: BinaryIO) -> str:
    if _is_mail(head):
        return "eml"
    if _PAGE.match(_beginning(head)):
        return "html"
    return "txt" if _agrees("txt", stream) else ""


def _is_mail(head: bytes) -> bool:
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    names: set[bytes] = set()
    position = 0
    while (found := _HEADER.match(head, position)) and len(names) < 40:
        names.add(found[1].lower())
        position = found.end()
    return bool(names & _ENVELOPE) and len(names & _MAIL) > 1


def _beginning(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[:4096].decode("utf-16", errors="replace")
    return head[:4096].decode("utf-8-sig", errors="replace")
