"""File locks on folders: tell what a killed process left behind from what is in use."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Claim:
    """A folder this process holds a lock on; the lock ends with the process, however it ends."""

    path: Path
    handle: int

    @classmethod
    def new(cls, path: Path) -> "Claim":
        """Create and lock a folder, before anybody looking for abandoned ones can see it."""
        _private(path.parent)
        with _alone_in(path.parent):
            path.mkdir(mode=0o700)
            claim = cls._of(path)
        if claim is None:
            raise BlockingIOError(str(path))
        return claim

    @classmethod
    def abandoned(cls, root: Path, part: str) -> list["Claim"]:
        """Claims on all folders of this part that no process holds."""
        if not (root / part).is_dir():
            return []
        with _alone_in(root / part):
            claims = [cls._of(path) for path in sorted((root / part).iterdir())]
        return [claim for claim in claims if claim]

    @classmethod
    def _of(cls, path: Path) -> "Claim | None":
        try:
            handle = os.open(path, os.O_RDONLY)
        except FileNotFoundError:  # its owner was just done with it
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return cls(path, handle)

    def move(self, place: Path) -> None:
        """Move the folder to its place; if the disk refuses, the next start tries again."""
        with suppress(OSError):
            _private(place.parent)
            self.path.rename(place)
        self.release()

    def remove(self) -> None:
        """Delete the folder and release the lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.release()

    def release(self) -> None:
        """Release the lock."""
        os.close(self.handle)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Mutual exclusion between processes, from creating a folder to locking it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _private(folder: Path) -> None:
    for part in (*reversed(folder.parents), folder):
        with suppress(FileExistsError):
            part.mkdir(mode=0o700)
