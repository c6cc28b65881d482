"""Upgrading a site that holds data: a SQLite file is copied first, and nothing is lost."""

import shutil
import sqlite3
from contextlib import closing

import flask_migrate
import pytest

from board import create_app
from board.config import ROOT, Settings
from board.extensions import db
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


def test_an_upgrade_without_migrations_copies_nothing(site, instance):
    migrate(site.settings)
    assert not (instance / "backups").exists()
