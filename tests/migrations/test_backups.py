"""Upgrading a site that holds data: a SQLite file is copied first, and nothing is lost."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import flask_migrate
import pytest

from board import create_app
from board.cli.tidy import tidy
from board.config import ROOT, Settings
from board.extensions import db
from board.files.upgrade_copies import COPIES_KEPT
from board.models import Article, Board, Comment, Group, User
from tests.conftest import PASSWORD, migrate

ANEW = """
from alembic import op

revision, down_revision = "9999", "{head}"


def upgrade():
    with op.batch_alter_table("articles", recreate="always"):
        pass
"""


@pytest.fixture
def site(instance, migrated_sqlite):
    """A paper of yesterday with an article and a comment."""
    shutil.copyfile(migrated_sqlite, instance / "board.sqlite3")
    app = create_app(Settings.for_tests(instance))
    with app.app_context():
        writer = User.join("narae", "김나래", PASSWORD)
        board = Board(slug="solnae", name="솔내시", group=Group(slug="regions", name="지역소식"))
        article = Article.draft(board=board, by=writer, title="어제의 글", body="<p>글</p>")
        article.comment("어제의 댓글", by=writer)
        db.session.commit()
        db.session.remove()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def tomorrow(tmp_path):
    """The migrations of a later release, which makes the table of articles anew."""
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "board" / "migrations", folder)
    head = max(path.name[:4] for path in folder.glob("versions/0*.py"))
    (folder / "versions" / "9999_anew.py").write_text(ANEW.format(head=head))
    return folder


def test_a_table_made_anew_keeps_what_hangs_on_it(site, tomorrow, instance):
    flask_migrate.upgrade(directory=str(tomorrow))
    assert [each.body for each in db.session.scalars(db.select(Comment))] == ["어제의 댓글"]
    [copy] = (instance / "backups").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("select body from comments").fetchall() == [("어제의 댓글",)]


def test_the_planner_knows_a_table_made_anew(site, tomorrow):
    flask_migrate.upgrade(directory=str(tomorrow))
    known = db.session.execute(db.text("SELECT DISTINCT tbl FROM sqlite_stat1")).scalars()
    assert "articles" in set(known)


def test_what_was_erased_since_goes_with_the_copy_after_two_weeks(site, tomorrow, instance, later):
    flask_migrate.upgrade(directory=str(tomorrow))
    [copy] = (instance / "backups").iterdir()
    beside, own = copy.with_name(f"{copy.name}-wal"), copy.with_name("before-the-move.sqlite3")
    for each in (beside, own):
        each.touch()

    def tidied(*options: str) -> str:
        return site.test_cli_runner().invoke(tidy, options).output

    later(COPIES_KEPT - timedelta(hours=1))
    assert "데이터베이스 사본: 0건" in tidied() and copy.exists()
    later(timedelta(hours=2))
    assert "데이터베이스 사본: 2건" in tidied("--dry-run") and copy.exists()
    assert "데이터베이스 사본: 2건" in tidied()
    assert list(copy.parent.iterdir()) == [own]  # what somebody else put there is theirs


def test_a_copy_that_cannot_be_erased_is_told(site, tomorrow, instance, later, monkeypatch):
    flask_migrate.upgrade(directory=str(tomorrow))
    later(COPIES_KEPT + timedelta(hours=1))
    refused = OSError(errno.EROFS, os.strerror(errno.EROFS))
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(refused))
    said = site.test_cli_runner().invoke(tidy)
    assert said.exit_code == 1 and "데이터베이스 사본: 지우지 못했습니다 (Read-only" in said.output
    assert "끝난 로그인: 0건" in said.output


def test_an_upgrade_without_migrations_copies_nothing(site, instance):
    migrate(site.settings)
    assert not (instance / "backups").exists()
