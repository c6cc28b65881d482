"""Heated thread phase: many write at once, and some of it is held or reported: slow mode."""

from datetime import timedelta

from sqlalchemy import exists, func, or_, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.hold import Hold
from board.models.comment.report import Report
from board.models.moderation.slowdown import Slowdown
from board.models.screening.draft import Draft

WITHIN = timedelta(minutes=10)
MANY = 20  # comments
TROUBLED = 5  # of them held or reported
FEW = 10  # comments that readers see: among so few nobody quarrels


def examine(draft: Draft) -> None:
    """Turn on slow mode if necessary; no comment is held for it."""
    article = draft.article
    if article.comments_count >= FEW and article.slowdown is None and _is_heated(draft):
        Slowdown.place(article)


def _is_heated(draft: Draft) -> bool:
    held = exists().where(Hold.comment_id == Comment.id)
    reported = exists().where(Report.comment_id == Comment.id)
    total, troubled = db.session.execute(
        select(func.count(), func.count().filter(or_(held, reported))).where(
            Comment.article_id == draft.article.id,
            Comment.created_at > clock.now() - WITHIN,
        )
    ).one()
    return total >= MANY and troubled >= TROUBLED
