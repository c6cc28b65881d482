"""The comments a ruling or its undoing is about: nobody else's meanwhile, and counted afterwards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.report import Report


def locked(ids: Iterable[int]) -> "list[Comment]":
    """The comments as they are now, which nobody changes before this transaction ends."""
    wanted = select(Comment).where(Comment.id.in_(list(ids))).order_by(Comment.id)
    whole = wanted.options(
        *Comment.whole(),
        joinedload(Comment.article),
        *Comment.decided(),
        selectinload(Comment.reports).joinedload(Report.ruling),
    ).with_for_update(key_share=True, of=Comment)
    return list(db.session.scalars(whole.execution_options(populate_existing=True)).unique())


@contextmanager
def counting(comments: "list[Comment]") -> Iterator[None]:
    """Within it comments appear and disappear; afterwards their articles' counters say so."""
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
