"""Heated thread phase: many write at once, and some of it is held or reported: slow mode.

People are counted beside the comments: nobody alone, whether by swearing or by reporting, slows a
thread for all.
"""

from sqlalchemy import ColumnElement, and_, exists, func, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.hold import Hold
from board.models.comment.report import Report
from board.models.moderation.slowdown import Slowdown
from board.models.screening.draft import Draft
from board.models.screening.situation import WITHIN

MANY = 20  # comments
TROUBLED = 5  # writers of held ones among them, and people who reported some
FEW = 10  # comments that readers see: among so few nobody quarrels


def examine(draft: Draft) -> None:
    """Turn on slow mode if necessary; no comment is held for it."""
    article = draft.article
    if draft.situation.comments < MANY or article.comments_count < FEW:
        return
    if article.slowdown is None and _is_heated(draft):
        Slowdown.place(article)


def _is_heated(draft: Draft) -> bool:
    lately = Comment.created_at > clock.now() - WITHIN
    here = and_(Comment.article_id == draft.article.id, lately)
    total = db.session.scalar(select(func.count()).select_from(Comment).where(here)) or 0
    return total >= MANY and _troubled(here) >= TROUBLED


def _troubled(here: ColumnElement[bool]) -> int:
    held = Comment.count_hands(here, exists().where(Hold.comment_id == Comment.id))
    reports = db.session.scalars(select(Report).join(Report.comment).where(here))
    return held + len({report.person for report in reports})
