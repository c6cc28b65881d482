"""Idempotent drafts: a form makes one article, however often it is sent."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from board.extensions import db
from board.models.article.article import Article


def draft_once(once: str, write: Callable[[], Article]) -> tuple[Article, bool]:
    """(the article that the form with this id made before, or the one `write` makes now; whether it
    is new).

    `write` must store `once` with the article.
    """
    if first := _made_by(once):
        return first, False
    try:
        with db.session.begin_nested():
            return write(), True
    except IntegrityError:
        if first := _made_by(once):
            return first, False
        raise


def _made_by(once: str) -> Article | None:
    return db.session.scalar(select(Article).filter_by(once=once)) if once else None
