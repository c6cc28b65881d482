"""Shared parts of the release commands: look up boards and editors, report errors."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import DatabaseError, OperationalError

from board.application import current_app
from board.extensions import db
from board.models import ADMIN, Article, Board, User


@contextmanager
def in_words() -> Iterator[None]:
    """Context manager: report errors in one line, not as a traceback; what `board.cli.main` reports
    is left to it."""
    try:
        yield
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except OperationalError:
        raise
    except DatabaseError:
        raise click.ClickException(
            "데이터베이스를 쓸 수 없습니다. board db upgrade 를 먼저 해 주세요."
        ) from None


def board_at(slug: str) -> Board:
    """The board with this slug."""
    board = db.session.scalar(Board.at(slug))
    if board is None:
        slugs = ", ".join(board.slug for board in db.session.scalars(Board.in_order()))
        raise ValueError(f"‘{slug}’ 게시판이 없습니다. 있는 게시판: {slugs or '없음'}")
    return board


def editor(username: str | None) -> User:
    """The admin with this username, or the first admin there is."""
    question = User.named(username) if username else User.with_role(ADMIN).order_by(User.id)
    found = db.session.scalar(question.limit(1))
    if found is None or not found.can_edit_articles:
        raise ValueError(
            "글을 쓸 편집자가 없습니다. board user add 아이디 --name 이름 --role admin 으로 만들어 주세요."
        )
    return found


def address(article: Article) -> str:
    """The article's public address; for a draft, where it is edited."""
    path = f"/articles/{article.id}"
    if not article.is_published:
        path = f"/newsroom{path}/edit"
    return current_app.settings.url + path


def publish_if_whole(article: Article, by: User) -> None:
    """Publish; ValueError, in Korean, when required parts are missing."""
    if article.gaps:
        missing = " ".join(gap.sentence for gap in article.gaps)
        raise ValueError(f"초안으로 두었습니다. {missing} {address(article)}")
    article.publish(by=by)
