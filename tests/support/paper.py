"""A paper for servers of their own: with a database, an editor, and an article."""

from __future__ import annotations

from pathlib import Path

from board import create_app
from board.application import Naru
from board.config import Settings
from board.extensions import db
from board.models import Article, Board, Group, User
from tests.conftest import migrate


def new_paper(instance: Path, database_url: str | None = None, *, published: bool = True) -> Naru:
    """A paper with one article, or one draft, and its editor. Nothing stays connected."""
    settings = Settings.for_tests(instance, database_url)
    (instance / "attachments").mkdir(exist_ok=True)
    migrate(settings)
    app = create_app(settings)
    with app.app_context():
        editor = User.join("hangyeol", "이한결", "나룻배 열두 척이 강을 건넌다")
        editor.give_role("admin")
        board = Board(slug="solnae", name="솔내시", group=Group(slug="g", name="지역"))
        article = Article.draft(board=board, by=editor, title="불이 나간 밤", body="<p>글</p>")
        if published:
            article.publish(by=editor)
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return app
