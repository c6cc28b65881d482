"""Data version: whether anything was committed to the database since one last asked.

The databases count their commits themselves, so nobody who writes has to remember it, and every
process of the server sees what another one wrote.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from typing import Protocol

import sqlalchemy
from sqlalchemy.exc import SQLAlchemyError

ASKED_EVERY = 0.005  # seconds; what SQLite said is believed so long
POLL_SECONDS = 0.25  # between two questions to PostgreSQL
IDLE_SECONDS = 10  # without a reader, nothing is asked


class DataVersion(Protocol):
    """`now()` is another value after every commit; None while the database cannot be asked."""

    def now(self) -> object | None: ...


def data_version(url: str) -> DataVersion:
    """The data version of the database at this address, for one thread."""
    if url.startswith("sqlite"):
        return SqliteVersion(sqlalchemy.make_url(url).database or "")
    return PolledVersion(url)


class SqliteVersion:
    """SQLite: `PRAGMA data_version` on a connection that never writes, asked every `ASKED_EVERY`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._version: object | None = None
        self._asked_at = 0.0

    def now(self) -> object | None:
        moment = time.monotonic()
        if moment - self._asked_at >= ASKED_EVERY:
            self._version, self._asked_at = self._ask(), moment
        return self._version

    def _ask(self) -> object | None:
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, isolation_level=None)
            return self._connection.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:
            self._connection = None
            return None


class PolledVersion:
    """PostgreSQL: which transactions have ended, asked by a thread every `POLL_SECONDS`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._version: object | None = None
        self._asked_at = 0.0
        self._thread: threading.Thread | None = None

    def now(self) -> object | None:
        self._asked_at = time.monotonic()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._poll, name="data version", daemon=True)
            self._thread.start()
        return self._version

    def _poll(self) -> None:
        engine = sqlalchemy.create_engine(
            self._url.replace("postgresql://", "postgresql+psycopg://", 1),
            isolation_level="AUTOCOMMIT",
            poolclass=sqlalchemy.StaticPool,
        )
        try:
            while time.monotonic() - self._asked_at < IDLE_SECONDS:
                with engine.connect() as connection:
                    self._version = connection.scalar(
                        sqlalchemy.text("SELECT pg_current_snapshot()::text")
                    )
                time.sleep(POLL_SECONDS)
        except SQLAlchemyError:
            time.sleep(POLL_SECONDS)
        finally:
            self._version = None
            engine.dispose()
