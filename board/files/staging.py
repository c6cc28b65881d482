"""Staging of uploads: everything slow, before the transaction that keeps them.

Recognising, decoding and writing a file takes seconds, in which nothing may be locked. What is
staged stands in a folder of its own, flushed to disk, and to keep it is one row. What nobody keeps
is deleted.
"""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from board.files import photos, sandbox
from board.files.limits import LARGEST_FILE
from board.files.storage import Folder, TooLargeError, storage, write
from board.files.types import CHUNK, FileType, clean_name, photo_name, recognise
from board.text.documents import bitmaps

BODY = "file"  # the name of a file's only part on disk
STOOD_STILL = "움직이는 그림이라 첫 장면만 넣었습니다. 움직여야 하면 영상 주소를 글에 적어 주세요."


@dataclass(frozen=True)
class Staged:
    """An upload that is ready to be kept. `digest` is the SHA-256 of the file that came; `size` is
    bytes of all its parts on disk; only photos have `made`."""

    name: str
    kind: FileType
    digest: str
    folder: Folder
    size: int
    made: photos.Made | None = None

    @property
    def remark(self) -> str:
        """What the editor should know of it, as a sentence; mostly nothing."""
        return STOOD_STILL if self.made and self.made.was_moving else ""


@contextmanager
def staged(stream: BinaryIO, name: str) -> Iterator[Staged]:
    """Context manager: an upload made ready. Photos are re-encoded and named as their content is,
    other files stay as they are.

    Raises `ValueError` with a Korean sentence for a refused kind or size.
    """
    name = clean_name(photo_name(stream, name))
    kind = recognise(stream, name)
    if kind.is_photo:
        _check_size(stream)
    digest = _digest(stream)
    with storage().folder() as folder:
        if kind.is_photo:
            as_png = sandbox.as_png if kind.extension in bitmaps.KINDS else nullcontext
            with as_png(stream) as picture:
                made = photos.make(picture, folder.path)
            upload = Staged(name, kind, digest, folder, made.size, made)
        else:
            upload = Staged(name, kind, digest, folder, write(folder.path / BODY, stream))
        folder.flush()
        yield upload


@dataclass(frozen=True)
class Remade:
    """A photo made anew, ready to be kept: pixels of its largest version, bytes of all its parts."""

    folder: Folder
    width: int
    height: int
    size: int


@contextmanager
def remade(master: Path, edits: list[dict[str, Any]]) -> Iterator[Remade]:
    """Context manager: a photo made anew from its master, with these edits.

    Raises `ValueError` with a Korean sentence when too little of it is left.
    """
    with storage().folder() as folder:
        made = photos.remake(master, edits, folder.path)
        folder.flush()
        yield Remade(folder, made.width, made.height, made.size)


class Stage:
    """Context manager: files made ready, by path. A refused one is refused when it is taken."""

    def __init__(self) -> None:
        self._ready: dict[Path, Staged | ValueError] = {}
        self._held = ExitStack()

    def __enter__(self) -> "Stage":
        return self

    def __exit__(self, *_) -> None:
        self._ready.clear()
        self._held.close()

    def __contains__(self, path: Path) -> bool:
        return path in self._ready

    def add(self, path: Path, name: str) -> None:
        """Make a file ready."""
        with path.open("rb") as stream:
            try:
                self._ready[path] = self._held.enter_context(staged(stream, name))
            except ValueError as error:
                self.refuse(path, error)

    def refuse(self, path: Path, error: ValueError) -> None:
        """Have `take` raise this error."""
        self._ready[path] = error

    def take(self, path: Path) -> Staged:
        """The file, ready to be kept; ValueError, in Korean, when it was refused."""
        found = self._ready[path]
        if isinstance(found, ValueError):
            raise found
        return found


def _check_size(stream: BinaryIO) -> None:
    size = stream.seek(0, 2)
    stream.seek(0)
    if size > LARGEST_FILE:
        raise TooLargeError.above(LARGEST_FILE)


def _digest(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(CHUNK):
        digest.update(piece)
    stream.seek(0)
    return digest.hexdigest()
