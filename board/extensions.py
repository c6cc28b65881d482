"""Database setup: the session and migrations, bound to the application in `create_app`."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    Connection,
    CursorResult,
    Delete,
    Engine,
    MetaData,
    Select,
    Update,
    event,
    func,
    inspect,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase

from board.application import Naru
from board.config import ROOT

BUSY_MILLISECONDS = 5000
CACHE_KILOBYTES = 4000  # of each connection to SQLite; the system keeps the file in memory anyway
ROWS_ANALYSED = 400  # of each index, as SQLite advises; five milliseconds for 100,000 articles
ASKING_SECONDS = 0.005  # between two tries to get SQLite's write lock

T = TypeVar("T")

# Set while a request (or command) means to write, so that SQLite takes its write lock at BEGIN:
# a reader that turns writer half-way would fail at once with "database is locked".
writing: ContextVar[bool] = ContextVar("writing", default=True)
# Set while a page is read, so that its transaction sees one state of the database, however many
# questions it asks: pieces of the page are kept. On SQLite that is always so.
of_one_moment: ContextVar[bool] = ContextVar("of_one_moment", default=False)
# When a request's first wait for that lock ends, in seconds of `time.monotonic()`; with None, as
# after slow work, it waits the usual time.
write_deadline: ContextVar[float | None] = ContextVar("write_deadline", default=None)


class BusyError(Exception):
    """Too many want to write; this request's turn did not come in time."""


class Model(DeclarativeBase):
    """Declarative base of all models."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {inspect(self).identity or 'unsaved'}>"

    @property
    def values(self) -> dict[str, Any]:
        """The values of its columns, as far as they are loaded."""
        loaded, columns = self.__dict__, inspect(type(self)).column_attrs.keys()
        return {name: loaded[name] for name in columns if name in loaded}


class Database(SQLAlchemy):
    """Flask-SQLAlchemy, whose lookups keep the type of what they were asked for."""

    def first_or_404(self, statement: Select[T], *, description: str | None = None) -> T:
        """The first thing a question finds, or 404."""
        found: T = super().first_or_404(statement, description=description)
        return found

    def commit(self) -> None:
        """Commit, and keep what was read: the answer shows things as this transaction left them.

        `session.commit()` forgets all of them, to read each anew when it is asked for next.
        """
        session = self.session()
        session.expire_on_commit = False
        try:
            session.commit()
        finally:
            session.expire_on_commit = True

    def change(self, statement: Update | Delete) -> int:
        """Run an UPDATE or DELETE; how many rows it met."""
        return cast("CursorResult[()]", self.session.execute(statement)).rowcount


db = Database(model_class=Model, disable_autonaming=True)
migrate = Migrate()


def init_app(app: Naru) -> None:
    """Bind the database to the application. Tables are created by migrations only."""
    url = app.settings.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    app.config.update(SQLALCHEMY_DATABASE_URI=url, SQLALCHEMY_ENGINE_OPTIONS=engine_options(url))
    db.init_app(app)
    migrate.init_app(
        app,
        db,
        directory=str(ROOT / "board" / "migrations"),
        render_as_batch=True,
        compare_type=True,
    )


def engine_options(database_url: str) -> dict:
    """Pool and connection options: SQLite and PostgreSQL both wait up to five seconds for a
    lock."""
    if database_url.startswith("sqlite"):
        return {
            "connect_args": {"timeout": BUSY_MILLISECONDS / 1000},
            "pool_size": 32,
            "pool_use_lifo": True,  # each connection holds a cache; the one used last is warm
        }
    # An article comes with nine rows of other tables, already named in a good order: PostgreSQL
    # would think longer about a better one than the answer takes (tests/bench/planning.py).
    settings = f"-c lock_timeout={BUSY_MILLISECONDS} -c join_collapse_limit=4"
    return {
        "pool_size": 16,
        "max_overflow": 16,
        "pool_pre_ping": True,
        "connect_args": {"options": settings},
    }


@contextmanager
def reading() -> Iterator[None]:
    """Context manager for commands: what is asked takes no write lock, and nothing stays open."""
    db.session.rollback()
    before = writing.set(False)
    try:
        yield
    finally:
        db.session.rollback()
        writing.reset(before)


def insert_once(table: type, rows: list[dict]) -> int:
    """Insert rows, ignoring those that violate a unique index; returns how many were new.

    One statement, so that of two concurrent inserts one succeeds; works on PostgreSQL and SQLite.
    """
    statement = _dialect().insert(table).on_conflict_do_nothing().returning(literal(1))
    return len(db.session.connection().execute(statement, rows).all())


def upsert(
    table: type, rows: list[dict], *, unique: Sequence[str], changes: Callable, returning: Sequence
) -> list[Any]:
    """Upsert: insert rows, or update the one that the `unique` index already holds.

    `changes` is called with the row to be inserted. Returns the rows as they are afterwards.
    """
    statement = _dialect().insert(table)
    statement = statement.on_conflict_do_update(
        index_elements=unique, set_=changes(statement.excluded)
    )
    return list(db.session.connection().execute(statement.returning(*returning), rows))


def take_turns(*names: str) -> None:
    """Advisory locks: transactions that take one of these names wait for each other.

    SQLite needs none: there, all writers take turns anyway.
    """
    if db.engine.dialect.name == "postgresql":
        for name in sorted(names):
            db.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


def analyse(connection: Connection) -> None:
    """Statistics for SQLite's planner, which otherwise takes every index to be as selective as any
    other. PostgreSQL gathers its own (autovacuum).

    `PRAGMA optimize` says when it is worth the time, but before SQLite 3.46 only to connections that
    have asked a lot.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit={ROWS_ANALYSED}")
        connection.exec_driver_sql("ANALYZE")


def _dialect() -> Any:
    return {"postgresql": postgresql, "sqlite": sqlite}[db.engine.dialect.name]


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection, _record) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # we say BEGIN ourselves, below
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "foreign_keys=ON",
        f"cache_size=-{CACHE_KILOBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_postgresql(connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    raw = connection.connection.dbapi_connection
    if of_one_moment.get():
        connection.dialect.set_isolation_level(raw, "REPEATABLE READ")
    elif raw.isolation_level is not None:
        connection.dialect.reset_isolation_level(raw)


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if not writing.get():
        connection.exec_driver_sql("BEGIN")
        return
    _take_write_lock(connection)
    write_deadline.set(None)  # the turn has come; after slow work there is another


def _take_write_lock(connection) -> None:
    """Begin to write, or raise `OperationalError` when the lock is not free in time.

    Everybody asks at one pace, and is as likely to be next as any other. SQLite's own waiting asks
    the less often the longer it has waited, so that of several processes' writers some wait for
    seconds while others go ahead (`python -m tests.bench locks turns`).
    """
    until = write_deadline.get() or time.monotonic() + BUSY_MILLISECONDS / 1000
    asked = connection.connection.driver_connection
    asked.execute("PRAGMA busy_timeout=0")
    while (refusal := _begin_immediate(asked)) and time.monotonic() < until:
        if refusal.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            break
        time.sleep(ASKING_SECONDS)
    asked.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    if refusal:
        raise OperationalError("BEGIN IMMEDIATE", {}, refusal)


def _begin_immediate(connection: sqlite3.Connection) -> sqlite3.OperationalError | None:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        return error
    return None
