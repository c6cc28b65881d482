"""A reader's report of a comment: what the reader saw, why, and what became of it."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Double, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import db

if TYPE_CHECKING:
    from board.models.comment import Comment
    from board.models.ruling import Ruling


class Report(db.Model):
    """One a person (`reporter`, a voter's key) and comment. `body` and `revision` are what was
    reported, `weight` what the reporter's word weighed then. Open until a ruling closes it."""

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("comment_id", "reporter"),
        Index("ix_reports_reporter", "reporter"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    reporter: Mapped[str]
    address_hash: Mapped[str | None]
    reason: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    revision: Mapped[int]
    body: Mapped[str]
    weight: Mapped[float] = mapped_column(Double)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    ruling_id: Mapped[int | None] = mapped_column(
        ForeignKey("rulings.id", ondelete="SET NULL"), index=True
    )
    comment: Mapped["Comment"] = relationship(back_populates="reports")
    ruling: Mapped["Ruling | None"] = relationship()
