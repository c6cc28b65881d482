"""Benchmark of PostgreSQL's planning time for the queries of a page.

`python -m tests.bench planning`: the sample paper on a PostgreSQL of its own. Every question that a
page asks is explained in turn with the planner's own setting for joins and with ours
(`engine_options`): the milliseconds of planning of each page, and their ratio.
"""

import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Connection, event, text

from board import create_app
from board.cli.seed import seed_if_empty
from board.config import Settings
from board.extensions import db
from board.models import Article
from tests.support.postgresql import folder_of, new_database, running_server

ROUNDS = 15
PLANNING = re.compile(r"Planning Time: ([\d.]+) ms")
THEIRS = 8  # join_collapse_limit as PostgreSQL comes


def main(_given: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, running_server(folder_of(Path(folder))) as server:
        settings = Settings.for_tests(Path(folder), new_database(server, "planning"))
        app = create_app(settings)
        with app.app_context():
            upgrade()
            seed_if_empty()
            db.session.execute(text("ANALYZE"))
            db.session.commit()
            article = db.session.scalar(db.select(Article.id).where(Article.is_out()))
            for path in ("/", "/boards/solnae", f"/articles/{article}", "/no-such-page"):
                _compare(app, path)
            db.session.remove()
            db.engine.dispose()


def _compare(app: Flask, path: str) -> None:
    with _questions() as asked:
        app.test_client().get(path)
    theirs, ours = [], []
    with db.engine.connect() as connection:
        chosen = connection.exec_driver_sql("SHOW join_collapse_limit").scalar()
        for _ in range(ROUNDS):
            for limit, times in ((THEIRS, theirs), (chosen, ours)):
                connection.exec_driver_sql(f"SET join_collapse_limit = {limit}")
                times.append(sum(_planning(connection, *each) for each in asked))
    before, after = statistics.median(theirs), statistics.median(ours)
    sys.stdout.write(
        f"{path:18} {len(asked):2} questions {before:6.2f} -> {after:5.2f} ms, {before / after:.1f}x\n"
    )


@contextmanager
def _questions() -> Iterator[list[tuple[str, dict]]]:
    """The SELECTs sent meanwhile, each with its parameters."""
    asked: list[tuple[str, dict]] = []

    def note(_connection, _cursor, statement: str, values: dict, *_) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


def _planning(connection: Connection, statement: str, values: dict) -> float:
    """Milliseconds, as PostgreSQL itself took them."""
    told = connection.exec_driver_sql(f"EXPLAIN (SUMMARY) {statement}", values).scalars()
    return next(float(found[1]) for line in told if (found := PLANNING.search(line)))
