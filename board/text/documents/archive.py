"""A ZIP of documents and photos: its files one by one, under names that somebody can read."""

from pathlib import Path
from zipfile import ZipInfo

from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.zipped import Zipped

_UTF8 = 0x800
_LEFT_OUT = ("thumbs.db", "desktop.ini", ".ds_store")


def read(path: Path, scratch: Scratch) -> Document:
    """The files in this archive, ready to be opened in turn. Raises `UnreadableError`."""
    archive = Zipped(path)
    for entry in archive.entries:
        name = name_of(entry)
        if not _is_left_out(name):
            scratch.enclose(name, archive.chunks(entry))
    return Document("zip", "", (), tuple(scratch.enclosed))


def name_of(entry: ZipInfo) -> str:
    """The name with its folders; Korean Windows writes CP949 and does not say so."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    raw = entry.orig_filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _is_left_out(name: str) -> bool:
    """What macOS and Windows lay beside people's files."""
    parts = name.replace("\\", "/").lower().split("/")
    return "__macosx" in parts or parts[-1].startswith("._") or parts[-1] in _LEFT_OUT
