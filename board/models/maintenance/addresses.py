"""Address retention: client addresses of writers are erased after some days."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from sqlalchemy import Select, select, update

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.report import Report
from board.models.moderation.suspension import Suspension
from board.models.voting.recommendation import CommentRecommendation, Recommendation

Keeper: TypeAlias = (
    type[Comment]
    | type[Report]
    | type[Recommendation]
    | type[CommentRecommendation]
    | type[Suspension]
)
# Whose rows keep an address, and what they are called.
KEEPERS: dict[Keeper, str] = {
    Comment: "댓글",
    Report: "신고",
    Recommendation: "추천",
    CommentRecommendation: "댓글 추천",
    Suspension: "정지",
}


def with_old_address(kind: Keeper, days: int) -> Select[int]:
    """Ids of rows of a table in `KEEPERS` that are that old and still hold an address."""
    old = kind.created_at <= clock.now() - timedelta(days=days)
    return select(kind.id).where(kind.address_hash.is_not(None), old)


def forget_addresses(kind: Keeper, ids: Sequence[int]) -> int:
    blank = {"address_hash": None} | ({"address_mask": None} if kind is Comment else {})
    statement = update(kind).where(kind.id.in_(ids)).values(blank)
    return db.change(statement.execution_options(synchronize_session=False))
