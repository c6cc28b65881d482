"""Objection of the writer of a hidden comment."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model

if TYPE_CHECKING:
    from board.models.user.user import User


class Objection(Model):
    """An objection; `answer` is the reply when the comment stays hidden all the same."""

    __tablename__ = "takedown_objections"

    id: Mapped[int] = mapped_column(primary_key=True)
    takedown_id: Mapped[int] = mapped_column(
        ForeignKey("takedowns.id", ondelete="CASCADE"), unique=True
    )
    words: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    answer: Mapped[str] = mapped_column(default="")
    answered_by: Mapped["User | None"] = relationship()

    def reply(self, answer: str, by: "User") -> None:
        self.answer, self.answered_by, self.answered_at = answer, by, clock.now()
