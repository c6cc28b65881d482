"""Recounting: rebuild counters and the similarity index from the rows they summarise."""

from collections.abc import Iterator

from sqlalchemy import func, select, update

from board.extensions import db
from board.models.article.article import Article
from board.models.article.comparable import rebuild_shingles
from board.models.comment.comment import Comment


def recount() -> int:
    """Correct every counter; returns how many rows were wrong (0 on a healthy site)."""
    wrong = 0
    for counter, truth in _counters():
        kind = counter.class_
        statement = update(kind).where(counter != truth).values({counter.key: truth})
        wrong += db.change(statement.execution_options(synchronize_session=False))
    db.session.expire_all()
    return wrong


def recompare() -> Iterator[int]:
    """Rebuild the similarity index; yields the number of articles done, to commit there."""
    return rebuild_shingles(Article)


def _counters():
    comments = select(func.count()).where(Comment.article_id == Article.id, Comment.is_counted())
    yield Article.comments_count, comments.correlate(Article).scalar_subquery()
    for kind in (Article, Comment):
        yield kind.recommendations_count, kind.votes(excluded=False)
        yield kind.recommendations_excluded, kind.votes(excluded=True)
