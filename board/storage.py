"""Uploaded files on disk: private folders with random names, never under the web root.

One upload is one folder below `instance/attachments`, so that a photo in five sizes appears, and
goes, in one piece. Rows and files agree: what a transaction kept disappears when it rolls back,
and what it dropped disappears only once it has committed.
"""

import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flask import current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_ARTICLE = 100 * MEGABYTE
CHUNK = 64 * 1024
UNFINISHED = "incoming"
GRACE = 60 * 60  # seconds an unknown folder is left alone: its row may be about to be committed

KEPT, DROPPED = "storage.kept", "storage.dropped"


class TooLargeError(ValueError):
    """A file above the limit; the text is the sentence to show."""

    @classmethod
    def above(cls, limit: int) -> "TooLargeError":
        return cls(
            f"{limit // MEGABYTE} MB보다 큰 파일은 올릴 수 없습니다. 줄이거나 나누어 올려 주세요."
        )


@dataclass(frozen=True)
class Storage:
    """The folder of uploads. Names are random and say nothing about what they hold."""

    root: Path

    @contextmanager
    def keeping(self, session: Session) -> Iterator["Folder"]:
        """A new private folder to fill. It stands when the block ends and `session` commits.

        Any error, in the block or later in the transaction, leaves nothing behind.
        """
        name = secrets.token_hex(16)
        unfinished = self.root / UNFINISHED / name
        _private(unfinished)
        try:
            yield Folder(name, unfinished)
            _flush(unfinished)
            place = self.path(name)
            _private(place.parent)
            session.info.setdefault(KEPT, []).append(place)
            unfinished.rename(place)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise

    def drop(self, name: str, session: Session) -> None:
        """Remove a folder as soon as `session` has committed."""
        session.info.setdefault(DROPPED, []).append(self.path(name))

    def path(self, name: str, file: str = "") -> Path:
        """Where a folder, or a file in it, stands. Names come from our rows, never from readers."""
        return self.root / name[:2] / name / file

    def orphans(self, known: Iterable[str], *, now: float | None = None) -> list[Path]:
        """Folders that no row knows and that are older than an hour: leftovers of a crash."""
        before = (time.time() if now is None else now) - GRACE
        known = set(known)
        return [
            folder
            for folder in self.root.glob("*/*")
            if folder.name not in known and _modified(folder) < before
        ]

    def sweep(self, known: Iterable[str], *, now: float | None = None) -> int:
        """Remove the orphans and say how many there were. `known` are the names in our rows."""
        orphans = self.orphans(known, now=now)
        for folder in orphans:
            shutil.rmtree(folder, ignore_errors=True)
        return len(orphans)


@dataclass(frozen=True)
class Folder:
    """A folder being filled. `name` is what the row remembers."""

    name: str
    path: Path

    def write(self, file: str, stream: BinaryIO, *, limit: int = LARGEST_FILE) -> int:
        """Copy a stream to disk piece by piece and return its size in bytes.

        Raises `TooLargeError` as soon as more than `limit` bytes have come.
        """
        size = 0
        with self.create(file) as target:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > limit:
                    raise TooLargeError.above(limit)
                target.write(piece)
        return size

    def create(self, file: str) -> BinaryIO:
        """A new file that only this site's user may read."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        return os.fdopen(os.open(self.path / file, flags, 0o600), "w+b")


def storage() -> Storage:
    """The uploads of the site that is running."""
    return Storage(current_app.settings.attachments)  # type: ignore[attr-defined]


@event.listens_for(Session, "after_commit")
def _settle(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.info.pop(KEPT, None)
    for folder in session.info.pop(DROPPED, ()):
        shutil.rmtree(folder, ignore_errors=True)


@event.listens_for(Session, "after_transaction_end")
def _undo(session: Session, transaction) -> None:
    """Closing a session rolls it back without a word, so this looks at every end."""
    if transaction.parent is not None:
        return
    session.info.pop(DROPPED, None)
    for folder in session.info.pop(KEPT, ()):
        shutil.rmtree(folder, ignore_errors=True)


def _private(folder: Path) -> None:
    for part in (*reversed(folder.parents), folder):
        with suppress(FileExistsError):
            part.mkdir(mode=0o700)


def _flush(folder: Path) -> None:
    """What a row promises must have reached the disk before the row does."""
    for file in (*folder.iterdir(), folder):
        handle = os.open(file, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _modified(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
