"""Refusal of a takedown request, with its reason."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model

if TYPE_CHECKING:
    from board.models.user.user import User

# The Act names no grounds for declining; these are ours.
TAKEDOWN_GROUNDS = {
    "unshown": "권리가 침해되었다는 소명이 모자람",
    "unconcerned": "청구한 분에 관한 댓글로 보기 어려움",
    "public": "공공의 이익을 위한 말로 보여 침해로 보기 어려움",
    "gone": "이미 지웠거나 보이지 않는 댓글임",
    "settled": "같은 사유로 이미 조치한 댓글임",
    "other": "그 밖의 사유",
}


class Refusal(Model):
    """A refusal; `ground` is a key of `TAKEDOWN_GROUNDS`."""

    __tablename__ = "takedown_refusals"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("takedown_requests.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    ground: Mapped[str]
    reason: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()

    @property
    def ground_name(self) -> str:
        return TAKEDOWN_GROUNDS[self.ground]
