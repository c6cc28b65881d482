"""Removal of a comment: by whom, when, why. Undoing it deletes the row; the audit log keeps it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model
from board.models.comment.reasons import REASONS
from board.models.user.authority import Authority

if TYPE_CHECKING:
    from board.models.moderation.ruling.ruling import Ruling
    from board.models.user.user import User

LONGEST_NOTE = 200  # characters of what a moderator adds to the reason
# How long a writer may take the own deletion back.
TAKE_BACK = timedelta(minutes=10)
# How long a moderator's ruling may be undone; then the words go, unless an appeal still waits.
UNDO_FOR = timedelta(days=30)


class Removal(Authority, Model):
    """A removal. `takedown_id` is the case that ended with it, or that found it done."""

    __tablename__ = "removals"

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(
        ForeignKey("comments.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    by_author: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    ruling_id: Mapped[int | None] = mapped_column(
        ForeignKey("rulings.id", ondelete="SET NULL"), index=True
    )
    takedown_id: Mapped[int | None] = mapped_column(
        ForeignKey("takedowns.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()
    ruling: Mapped["Ruling | None"] = relationship()

    @property
    def sentence(self) -> str:
        """The sentence shown in the thread instead of the comment."""
        if self.by_author:
            return "작성자가 지운 댓글입니다."
        return f"{self.decider}가 지운 댓글입니다. 사유: {self.reason_name}"

    @property
    def reason_name(self) -> str:
        """The reason on screen; empty for a writer's own deletion."""
        return REASONS[self.reason] if self.reason else ""

    @property
    def is_in_case(self) -> bool:
        """Whether it closed a takedown case (art. 44-2): then it can be undone only within the
        case."""
        return self.takedown_id is not None

    @property
    def is_fresh(self) -> bool:
        """Whether the writer may still undo the deletion."""
        return clock.now() - self.created_at < TAKE_BACK

    @property
    def is_final(self) -> bool:
        """Whether nobody may undo it any more; the text may be erased."""
        return clock.now() - self.created_at >= UNDO_FOR

    @classmethod
    def is_past_undoing(cls) -> ColumnElement[bool]:
        """SQL condition for `is_final`."""
        return cls.created_at <= clock.now() - UNDO_FOR
