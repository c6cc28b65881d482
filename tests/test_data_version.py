"""The data version changes with every commit, whoever makes it."""

import time

import pytest

from board.data_version import ASKED_EVERY, POLL_SECONDS, data_version
from board.extensions import db
from board.models import User


def test_a_commit_of_somebody_else_makes_another_version(app, reader):
    version = data_version(app.settings.database_url)
    version.now()
    wait_for_the_poll()
    before = version.now()
    reader.name = "김나래미"
    db.session.flush()
    assert before is not None
    db.session.commit()
    wait_for_the_poll()
    assert version.now() != before


@pytest.mark.one_database  # PostgreSQL counts the commits of a server's other databases too
def test_reading_makes_no_other_version(app, reader):
    version = data_version(app.settings.database_url)
    before = version.now()
    assert db.session.scalar(db.select(User.name)) == reader.name
    wait_for_the_poll()
    assert version.now() == before


def test_a_database_that_is_gone_has_no_version(tmp_path):
    assert data_version(f"sqlite:///{tmp_path}/nowhere/board.sqlite3").now() is None


def wait_for_the_poll() -> None:
    """The databases are asked now and then."""
    time.sleep(2 * (ASKED_EVERY if db.engine.dialect.name == "sqlite" else POLL_SECONDS))
