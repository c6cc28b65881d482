"""ZIP archives: list the documents and photos inside, under readable names."""

from pathlib import Path
from zipfile import ZipInfo

from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.zipped import Zipped

_UTF8 = 0x800
_LEFT_OUT = ("thumbs.db", "desktop.ini", ".ds_store")


def read(path: Path, scratch: Scratch) -> Document:
    """The files in this archive, as enclosures to open in turn. Raises `UnreadableError`."""
    archive = Zipped(path)
    for entry in archive.entries:
        name = name_of(entry)
        if not _is_left_out(name):
            scratch.enclose(name, archive.chunks(entry))
    return Document("zip", "", (), tuple(scratch.enclosed))


def name_of(entry: ZipInfo) -> str:
    """The entry's name with its folders; undeclared CP949 of Korean Windows is decoded."""
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
    """Whether it is a file that macOS or Windows adds by itself."""
    parts = name.replace("\\", "/").lower().split("/")
    return "__macosx" in parts or parts[-1].startswith("._") or parts[-1] in _LEFT_OUT
