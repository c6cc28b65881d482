"""Newcomer phase: first comments are held where the board, or attack mode, requires it; and so is
what a machine seems to have sent."""

from sqlalchemy import func, select

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.hold import NEWNESS
from board.models.moderation.attack_mode import Alarm
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag

# Readers must have seen so many comments of a hand before it is known.
FIRST = 2


def examine(draft: Draft) -> Flag | None:
    waits = _waits(draft)
    if draft.suspicions:
        return Flag("guards", "사람인지 알 수 없음", tuple(draft.suspicions))
    if waits and is_newcomers(draft):
        return Flag(NEWNESS, "처음 쓰는 댓글")
    return None


def is_newcomers(draft: Draft) -> bool:
    """Whether readers have seen fewer than `FIRST` other comments by this writer."""
    another = Comment.id != draft.edited_id
    seen = select(Comment.id).where(Comment.is_by(draft.hand), Comment.is_up(), another)
    count = select(func.count()).select_from(seen.limit(FIRST).subquery())
    return (db.session.scalar(count) or 0) < FIRST


def is_stranger(draft: Draft) -> bool:
    """Whether its writer is a guest or a newcomer."""
    return draft.writer is None or is_newcomers(draft)


def _waits(draft: Draft) -> bool:
    from_outside = draft.address is not None
    under_attack = from_outside and draft.situation.may_be_attack and Alarm.watch()
    return draft.article.board.holds_newcomers or under_attack
