"""Copies of a SQLite database from before an upgrade, for two weeks of regret.

They hold what has been erased from the database since, so they are erased as well.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from board import clock
from board.application import current_app

COPIES_KEPT = timedelta(days=14)
MOMENT = "%Y%m%d-%H%M%S"  # UTC
NAME = re.compile(r"before-upgrade-\w+-(\d{8}-\d{6})\.sqlite3(-wal|-shm|-journal)?")


def new_copy(revision: str) -> Path:
    """An empty file that only this site's user may read, for a database at this revision."""
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"before-upgrade-{revision}-{clock.now():{MOMENT}}.sqlite3"
    path.touch(mode=0o600)
    return path


def old_copies() -> Iterator[Path]:
    """Copies past their time, with what SQLite may have left beside them."""
    before = clock.now() - COPIES_KEPT
    for path in sorted(_folder().glob("*")):
        name = NAME.fullmatch(path.name)
        if name and datetime.strptime(name[1], MOMENT).replace(tzinfo=UTC) <= before:
            yield path


def erase_copies(copies: Sequence[Path]) -> int:
    """Delete these files; returns how many. Raises `OSError` for one that stays."""
    for path in copies:
        path.unlink(missing_ok=True)
    return len(copies)


def _folder() -> Path:
    return current_app.settings.instance / "backups"
