"""Recounting: rebuild counters and the similarity index from the rows they summarise."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ScalarSelect, func, select, update
from sqlalchemy.orm import InstrumentedAttribute

from board.extensions import db
from board.models.article.article import Article
from board.models.article.comparable import rebuild_shingles
from board.models.article.counted import recount_months
from board.models.comment.comment import Comment

ROWS_AT_ONCE = 1_000  # whose counters are corrected in one transaction


def recount() -> Iterator[int]:
    """Correct every counter, some at a time; yields how many were wrong (0 on a healthy site), to
    commit there."""
    for counter, truth in _counters():
        kind = counter.class_
        last = db.session.scalar(select(func.max(kind.id))) or 0
        for start in range(0, last, ROWS_AT_ONCE):
            some = kind.id.between(start + 1, start + ROWS_AT_ONCE)
            statement = update(kind).where(some, counter != truth).values({counter.key: truth})
            yield db.change(statement.execution_options(synchronize_session=False))
    yield from recount_months()
    db.session.expire_all()


def recompare() -> Iterator[int]:
    """Rebuild the similarity index; yields the number of articles done, to commit there."""
    return rebuild_shingles(Article)


def _counters() -> Iterator[tuple[InstrumentedAttribute[int], ScalarSelect[Any]]]:
    comments = select(func.count()).where(Comment.article_id == Article.id, Comment.is_counted())
    yield Article.comments_count, comments.correlate(Article).scalar_subquery()
    for kind in (Article, Comment):
        yield kind.recommendations_count, kind.votes(excluded=False)
        yield kind.recommendations_excluded, kind.votes(excluded=True)
