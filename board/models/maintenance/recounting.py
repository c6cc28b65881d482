"""Recounting: what the counters should say, from the rows they count."""

from collections.abc import Iterator

from sqlalchemy import func, select, update

from board.extensions import db
from board.models.article.article import Article
from board.models.article.comparable import rebuild_shingles
from board.models.comment.comment import Comment


def recount() -> int:
    """Put every counter right; how many rows were wrong (0 on a healthy site)."""
    wrong = 0
    for counter, truth in _counters():
        kind = counter.class_
        statement = update(kind).where(counter != truth).values({counter.key: truth})
        wrong += db.session.execute(
            statement, execution_options={"synchronize_session": False}
        ).rowcount
    db.session.expire_all()
    return wrong


def recompare() -> Iterator[int]:
    """Compute anew by what articles are compared; commit at each number of articles done."""
    return rebuild_shingles(Article)


def _counters():
    comments = select(func.count()).where(Comment.article_id == Article.id, Comment.is_counted())
    yield Article.comments_count, comments.correlate(Article).scalar_subquery()
    for kind in (Article, Comment):
        yield kind.recommendations_count, kind.votes(excluded=False)
        yield kind.recommendations_excluded, kind.votes(excluded=True)
