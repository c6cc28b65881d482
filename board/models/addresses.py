"""Where readers wrote from is forgotten after a while."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Select, select, update

from board import clock
from board.extensions import db
from board.models.comment import Comment
from board.models.recommendation import CommentRecommendation, Recommendation
from board.models.report import Report

KEEPERS = {
    Comment: {"address_hash": None, "address_mask": None},
    Report: {"address_hash": None},
    Recommendation: {"address_hash": None},
    CommentRecommendation: {"address_hash": None},
}


def with_old_address(kind: type, days: int) -> Select[tuple[int]]:
    """Ids of rows of one of `KEEPERS` that are that old and still say from where they came."""
    old = kind.created_at <= clock.now() - timedelta(days=days)
    return select(kind.id).where(kind.address_hash.is_not(None), old)


def forget_addresses(kind: type, ids: Sequence[int]) -> int:
    statement = update(kind).where(kind.id.in_(ids)).values(KEEPERS[kind])
    return db.session.execute(statement, execution_options={"synchronize_session": False}).rowcount
