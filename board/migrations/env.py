"""Alembic's entry: migrates the database of the current application, one transaction a step.

A SQLite file is copied first, into `instance/backups/`; and its foreign keys rest meanwhile,
because a table that is made anew is dropped, which would take away every row that points to it.
"""

import sqlite3
from contextlib import closing, contextmanager

from alembic import context
from alembic.runtime.migration import MigrationContext
from flask import current_app
from sqlalchemy import Connection

import board.models  # noqa: F401  every table has to be known
from board.columns import SafeHTML, UTCDateTime
from board.extensions import analyse, db
from board.files.upgrade_copies import new_copy

PLAIN_TYPES = {UTCDateTime: "sa.DateTime()", SafeHTML: "sa.Text()"}


def run() -> None:
    with db.engine.connect() as connection, _foreign_keys_resting(connection):
        now = MigrationContext.configure(connection).get_current_revision()
        connection.rollback()
        is_newest = now == context.get_head_revision()
        if now is not None and not is_newest:
            _back_up(connection, now)
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            transaction_per_migration=True,
            render_item=render_item,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        if not is_newest:
            with connection.begin():
                analyse(connection)  # a table that was made anew has lost its statistics


def render_item(kind: str, item, _autogen_context):
    """Write our own column types as what they are in the database: migrations outlive code."""
    return PLAIN_TYPES.get(type(item), False) if kind == "type" else False


@contextmanager
def _foreign_keys_resting(connection: Connection):
    raw = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
            raise SystemExit(f"The migration left {len(broken)} rows that point nowhere.")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _back_up(connection: Connection, revision: str) -> None:
    """Copy a SQLite database that holds something and is about to change; safe under writes."""
    raw = connection.connection.dbapi_connection
    if isinstance(raw, sqlite3.Connection):
        with closing(sqlite3.connect(new_copy(revision))) as copy:
            raw.backup(copy)


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database, not as a script.")
run()
