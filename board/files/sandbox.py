"""Sandboxed document reading: a child process with resource limits parses the file.

The child gets an empty environment, no file descriptors, its own session and a private folder, and
is killed with all its children when it takes too long. Its output is treated as untrusted data.
"""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from board.files import sniffing
from board.files.limits import LARGEST_ANSWER, LARGEST_FILE, LARGEST_WRITTEN, MOST_CHILD_MEMORY
from board.files.storage import storage, write
from board.text import documents
from board.text.documents import Document, Enclosed, Envelope, Picture, UnreadableError

__all__ = ["UnreadableError", "opened"]

# Bytes, seconds, open files, and the bytes of one file in a document.
LIMITS = {
    "memory": MOST_CHILD_MEMORY,
    "cpu": 20,
    "wall": 40,
    "file": LARGEST_WRITTEN,
    "files": 64,
    "largest": LARGEST_FILE,
}
WALL_SECONDS = 30
MOST_CHILDREN = 2  # at once, for each process of the server
PATIENCE = 60  # seconds a document waits for its turn
CHILD = Path(documents.__file__).with_name("__main__.py")

_turns = threading.BoundedSemaphore(MOST_CHILDREN)


@contextmanager
def opened(path: Path, name: str) -> Iterator[Document]:
    """Context manager: the document in an uploaded file; its files are deleted after the block.

    Raises `UnreadableError`, a ValueError whose text is the Korean sentence to show, and `OSError`
    when the disk is full.
    """
    kind = sniffing.kind_of(path, name)
    if kind == "photo":
        raise UnreadableError("photo", name)
    with storage().scratch() as folder:
        try:
            document = _read(path.absolute(), kind, folder)
        except UnreadableError as error:
            raise UnreadableError(error.reason, name) from None
        yield document


@contextmanager
def as_png(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Context manager: a BMP, TIFF or PCX as PNG; deleted after the block.

    Raises `UnreadableError`.
    """
    with storage().scratch() as folder:
        write(folder / "given", stream)
        (picture,) = _read(folder / "given", "bitmap", folder).pictures
        with picture.path.open("rb") as png:
            yield png


def _read(path: Path, kind: str, folder: Path) -> Document:
    if not _turns.acquire(timeout=PATIENCE):
        raise UnreadableError("busy")
    try:
        _run(path, kind, folder)
    finally:
        _turns.release()
    return _document(folder)


def _run(path: Path, kind: str, folder: Path) -> None:
    command = [sys.executable, "-I", str(CHILD), kind, str(path), str(folder), json.dumps(LIMITS)]
    child = subprocess.Popen(  # noqa: S603  no shell, and no word of a reader's in the command
        command,
        env={},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        status = child.wait(timeout=WALL_SECONDS)
    except BaseException as error:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise UnreadableError("slow") from None
        raise
    if status == os.EX_IOERR:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if status in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM):
        raise UnreadableError("slow")


def _document(folder: Path) -> Document:
    """Parse the child's output, which is not trusted to be well formed."""
    answer = folder / "answer.json"
    try:
        if answer.stat().st_size > LARGEST_ANSWER:
            raise UnreadableError("long")
        told = json.loads(answer.read_text(encoding="utf-8"))
        if "reason" in told:
            raise UnreadableError(told["reason"])
        return _as_document(told, folder)
    except UnreadableError:
        raise
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise UnreadableError("broken") from None


def _as_document(told: dict, folder: Path) -> Document:
    mail = told["mail"]
    if mail is not None:
        sent_at = mail.pop("sent_at")
        mail = Envelope(**mail, sent_at=datetime.fromisoformat(sent_at) if sent_at else None)
    return Document(
        kind=told["kind"],
        html=told["html"],
        pictures=tuple(Picture(*_placed(entry, folder)) for entry in told["pictures"]),
        enclosed=tuple(Enclosed(*_placed(entry, folder)) for entry in told["enclosed"]),
        mail=mail,
        title=str(told["title"]),
        left_out=tuple((str(kind), str(text)) for kind, text in told["left_out"]),
        linked=int(told["linked"]),
    )


def _placed(entry: dict, folder: Path) -> tuple[str, Path]:
    return entry["name"], folder / Path(entry["path"]).name
