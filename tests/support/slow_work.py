"""Slow work of this process, noted with whether SQLite's write lock was held meanwhile."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

# Audit events (PEP 578) of work that takes its time; the files are those below `Watch.folder`.
OF_A_FILE = {"open", "shutil.copyfile", "shutil.rmtree"}
OF_OTHERS = {"subprocess.Popen", "smtplib.connect", "smtplib.send", "imaplib.open", "imaplib.send"}


class Watch:
    """Notes ("open 480.webp", is_locked) and the like in `found`, as it happens."""

    on: Watch | None = None

    def __init__(self, database: str, folder: Path) -> None:
        self.database, self.folder = database, str(folder)
        self.found: list[tuple[str, bool]] = []
        self._one_at_a_time = threading.Lock()  # a look takes the lock itself for a moment

    def note(self, what: str) -> None:
        with self._one_at_a_time, closing(self._connected()) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
            except sqlite3.OperationalError:
                self.found.append((what, True))
            else:
                self.found.append((what, False))

    def noting(self, what: str, work: Callable) -> Callable:
        """The same work, noted each time."""

        def noted(*given: Any, **named: Any) -> Any:
            self.note(what)
            return work(*given, **named)

        return noted

    @property
    def locked(self) -> list[str]:
        """What was done while others could not write."""
        return [what for what, is_locked in self.found if is_locked]

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self.database, timeout=0, isolation_level=None)


def _hook(event: str, given: tuple) -> None:
    watch = Watch.on
    if watch is None or (event not in OF_A_FILE and event not in OF_OTHERS):
        return
    if event in OF_OTHERS:
        watch.note(event)
        return
    path = str(given[0])
    # Opening a folder only to lock it, or to have the system write down its names, is no work.
    if path.startswith(watch.folder) and not (event == "open" and Path(path).is_dir()):
        watch.note(f"{event} {Path(path).name}")


sys.addaudithook(_hook)  # for good: a hook cannot be taken away
