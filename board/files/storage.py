"""Upload storage on disk: private folders with random names, never under the web root.

One upload is one folder below `instance/attachments`, so that a photo in five sizes appears and
disappears as a whole. Rows and files stay consistent even if the process is killed at any moment:

- A new folder stands in `incoming` until its transaction has committed, then it moves to its
  place. Readers find it in either.
- A folder to be deleted is noted in `outgoing` before the commit and goes after it.
- What a process has in hand it claims, and a claim ends with the process. `settle`, run at
  every start, finishes what nobody holds: it asks our rows, and leaves alone what another
  database may know.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from board import clock
from board.application import current_app
from board.files.claims import Claim
from board.files.limits import LARGEST_FILE
from board.text.korean import file_size

CHUNK = 64 * 1024
LONG_STANDING = timedelta(days=30)
UNFINISHED, LEAVING, SCRATCH = "incoming", "outgoing", "scratch"

KEPT, DROPPED = "storage.kept", "storage.dropped"


class TooLargeError(ValueError):
    """A file above the size limit; the text is the sentence to show."""

    @classmethod
    def above(cls, limit: int) -> "TooLargeError":
        return cls(
            f"{file_size(limit)}보다 큰 파일은 올릴 수 없습니다. 줄이거나 나누어 올려 주세요."
        )


@dataclass(frozen=True)
class Storage:
    """The folder of uploads. Names are random and reveal nothing about the content.

    `mark` ends the names made for one database, so that another one never deletes them.
    """

    root: Path
    mark: str = ""

    @contextmanager
    def folder(self) -> Iterator["Folder"]:
        """Context manager: a new private folder to fill, deleted after the block unless it is kept.

        Filling takes its time: do it before the transaction that keeps it.
        """
        name = secrets.token_hex(16) + self.mark
        folder = Folder(name, Claim.new(self.root / UNFINISHED / name))
        try:
            yield folder
        finally:
            if not folder.is_kept:
                folder.claim.remove()

    def keep(self, folder: "Folder", session: Session) -> None:
        """Keep a flushed folder if `session` commits; a rollback deletes it."""
        kept = Kept(folder.claim, self._place(folder.name), session.get_nested_transaction())
        session.info.setdefault(KEPT, []).append(kept)
        folder.is_kept = True

    def drop(self, name: str, session: Session) -> None:
        """Delete a folder once `session` has committed."""
        note = Claim.new(self.root / LEAVING / f"{name}.{self.mark}")
        session.info.setdefault(DROPPED, []).append((note, self._place(name)))

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Context manager: a private temporary folder."""
        claim = Claim.new(self.root / SCRATCH / secrets.token_hex(16))
        try:
            yield claim.path
        finally:
            claim.remove()

    def path(self, name: str, file: str = "") -> Path:
        """The path of a folder, or of a file in it. Names come from our rows, never from
        readers."""
        place, unfinished = self._place(name), self.root / UNFINISHED / name
        return (unfinished if not place.exists() and unfinished.exists() else place) / file

    def settle(self, known: Callable[[list[str]], Iterable[str]]) -> int:
        """Crash recovery: finish what killed processes left; returns the number of folders.

        `known` says which of these names our rows know. Safe while others are at work.
        """
        left = [
            claim for part in (UNFINISHED, LEAVING) for claim in Claim.abandoned(self.root, part)
        ]
        ours = set(known([_name(claim) for claim in left])) if left else set()
        for claim in left:
            self._finish(claim, is_known=_name(claim) in ours)
        forgotten = Claim.abandoned(self.root, SCRATCH)
        for claim in forgotten:
            claim.remove()
        return len(left) + len(forgotten)

    def forgotten(self) -> Iterator[str]:
        """Names of our folders that are at least a month old, to be checked against rows."""
        before = (clock.now() - LONG_STANDING).timestamp()
        for place in sorted(self.root.glob(f"??/*{self.mark}")):
            if self._place(place.name) == place and place.stat().st_mtime < before:
                yield place.name

    def _finish(self, claim: "Claim", *, is_known: bool) -> None:
        name, part = _name(claim), claim.path.parent.name
        if part == UNFINISHED and is_known:
            claim.move(self._place(name))
        elif not is_known and not claim.path.name.endswith(self.mark):
            claim.release()
        else:
            if part == LEAVING and not is_known:
                shutil.rmtree(self._place(name), ignore_errors=True)
            claim.remove()

    def _place(self, name: str) -> Path:
        return self.root / name[:2] / name


@dataclass
class Folder:
    """A folder being filled. `name` is what the row stores."""

    name: str
    claim: Claim
    is_kept: bool = False

    @property
    def path(self) -> Path:
        return self.claim.path

    def flush(self) -> None:
        """fsync: what a row refers to must be on disk before the row is."""
        for file in (*self.path.iterdir(), self.path, self.path.parent):
            handle = os.open(file, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


class Kept(NamedTuple):
    """A filled folder, its final path, and the savepoint whose rollback would delete it, if any."""

    claim: Claim
    place: Path
    savepoint: SessionTransaction | None

    def goes_with(self, transaction: SessionTransaction) -> bool:
        inner = self.savepoint
        while inner is not None and inner is not transaction:
            inner = inner.parent
        return inner is transaction


def storage() -> Storage:
    """The storage of the current application."""
    settings = current_app.settings
    mark = hashlib.sha256(settings.database_url.encode()).hexdigest()[:8]
    return Storage(settings.attachments, mark)


def write(path: Path, stream: BinaryIO, *, limit: int = LARGEST_FILE) -> int:
    """Copy a stream into a new file that only this site's user may read; returns bytes.

    Raises `TooLargeError` as soon as more than `limit` bytes have arrived.
    """
    size = 0
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise TooLargeError.above(limit)
            target.write(piece)
    return size


@event.listens_for(Session, "after_commit")
def _settle(session: Session) -> None:
    if session.in_nested_transaction():
        return
    for kept in session.info.pop(KEPT, ()):
        kept.claim.move(kept.place)
    for note, folder in session.info.pop(DROPPED, ()):
        shutil.rmtree(folder, ignore_errors=True)
        note.remove()


@event.listens_for(Session, "after_soft_rollback")
def _undo_savepoint(session: Session, transaction: SessionTransaction) -> None:
    kept = session.info.get(KEPT, ())
    for each in [each for each in kept if each.goes_with(transaction)]:
        kept.remove(each)
        each.claim.remove()


@event.listens_for(Session, "after_transaction_end")
def _undo(session: Session, transaction: SessionTransaction) -> None:
    """Delete what was not committed, at every end: closing a session rolls back silently."""
    if transaction.parent is not None:
        return
    for note, _folder in session.info.pop(DROPPED, ()):
        note.remove()
    for kept in session.info.pop(KEPT, ()):
        kept.claim.remove()


def _name(claim: Claim) -> str:
    """The folder's name of a claim; on deletion notes the owner's mark is appended."""
    return claim.path.name.partition(".")[0]
