"""Reader dispatch: the reader for each kind is imported only when a file of that kind arrives."""

import errno
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from board.text import plain
from board.text.documents import picture_sizes
from board.text.documents.document import KINDS, Document
from board.text.documents.scratch import LARGEST_WHOLE, Scratch
from board.text.documents.unreadable import UnreadableError

_MODULES = dict.fromkeys(KINDS) | {"eml": "mail", "html": "web", "txt": "lines", "zip": "archive"}
_MODULES |= {"bitmap": "bitmaps"}  # a picture by itself; no kind of document
_NO_ROOM = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EFBIG: "large"}


def read(path: Path, kind: str, folder: Path, largest: int | None = None) -> Document:
    """Read a document of this kind; its pictures and enclosures are written into `folder`, of each
    no more than `largest` bytes and one.

    Raises `UnreadableError` when there is nothing to be read.
    """
    try:
        scratch = Scratch(folder, largest or LARGEST_WHOLE)
        document = _reader(kind).read(path, scratch)
        html = picture_sizes.added(document.html, document.pictures)
        left_out = (*document.left_out, *scratch.left_out)
        document = replace(document, html=html, left_out=left_out)
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError("large") from None
    except OSError as error:
        raise UnreadableError(_NO_ROOM.get(error.errno or 0, "broken")) from error
    except Exception as error:  # whatever a library says about a file that is not what it claims
        raise UnreadableError("broken") from error
    if not (document.pictures or document.enclosed or _says_something(document)):
        raise UnreadableError("empty")
    return document


def _reader(kind: str) -> ModuleType:
    return import_module(f"board.text.documents.{_MODULES[kind] or kind}")


def _says_something(document: Document) -> bool:
    return "<td" in document.html or not plain.is_blank(plain.text_of(document.html))
