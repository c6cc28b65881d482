"""What every command about releases has to find out first."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import DatabaseError

from board.application import current_app
from board.extensions import db
from board.models import ADMIN, Article, Board, User


@contextmanager
def in_words() -> Iterator[None]:
    """What is wrong is one line, not a traceback."""
    try:
        yield
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except DatabaseError:
        raise click.ClickException(
            "데이터베이스를 쓸 수 없습니다. board db upgrade 를 먼저 해 주세요."
        ) from None


def board_at(slug: str) -> Board:
    board = db.session.scalar(Board.at(slug))
    if board is None:
        slugs = ", ".join(board.slug for board in db.session.scalars(Board.in_order()))
        raise ValueError(f"‘{slug}’ 게시판이 없습니다. 있는 게시판: {slugs or '없음'}")
    return board


def editor(username: str | None) -> User:
    """The editor of this name, or the first there is."""
    question = User.named(username) if username else User.with_role(ADMIN).order_by(User.id)
    found = db.session.scalar(question.limit(1))
    if found is None or not found.can_edit_articles:
        raise ValueError(
            "글을 쓸 편집자가 없습니다. board user add 아이디 --role admin 으로 만들어 주세요."
        )
    return found


def address(article: Article) -> str:
    """Where it is read; a draft is nowhere yet, so where it is edited."""
    path = f"/articles/{article.id}"
    if not article.is_published:
        path = f"/newsroom{path}/edit"
    return current_app.settings.url + path


def publish_if_whole(article: Article, by: User) -> None:
    """Publish; ValueError, in Korean, when something is missing that readers need."""
    if article.gaps:
        missing = " ".join(gap.sentence for gap in article.gaps)
        raise ValueError(f"초안으로 두었습니다. {missing} {address(article)}")
    article.publish(by=by)
