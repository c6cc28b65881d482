"""Comments affected by a ruling or its reversal: locked, and counted afterwards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.report import Report


def locked(ids: Iterable[int]) -> "list[Comment]":
    """These comments, reloaded and locked until the transaction ends."""
    chosen = Comment.id.in_(list(ids))
    # First the lock and then the look: PostgreSQL reads anew only the rows it waited for, so a
    # removal beside them, made meanwhile, would stay unseen.
    waiting = select(Comment.id).where(chosen).order_by(Comment.id)
    db.session.execute(waiting.with_for_update(key_share=True))
    wanted = select(Comment).where(chosen).order_by(Comment.id)
    whole = wanted.options(
        *Comment.whole(),
        joinedload(Comment.article),
        *Comment.decided(),
        selectinload(Comment.reports).joinedload(Report.ruling),
    )
    return list(db.session.scalars(whole.execution_options(populate_existing=True)).unique())


@contextmanager
def counting(comments: "list[Comment]") -> Iterator[None]:
    """Context manager: update the articles' comment counters after comments were shown or
    hidden."""
    counted = {each for each in comments if each.counts}
    yield
    db.session.flush()
    changes: Counter = Counter()
    for comment in comments:
        db.session.expire(comment, ["hold", "removal", "judgements"])
    for comment in locked(each.id for each in comments):
        changes[comment.article] += comment.counts - (comment in counted)
    for article in sorted(changes, key=lambda each: each.id):
        if changes[article]:
            article.raise_comments(changes[article])
