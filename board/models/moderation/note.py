"""Moderator notes about a writer, for moderators only."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Select, Text, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.user.user import User

LONGEST_REMARK = 500


class Remark(Model):
    """A moderator's note. `about` is the key of the member or of the guest's cookie."""

    __tablename__ = "remarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(index=True)
    body: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()

    @classmethod
    def about_the_writer_of(cls, comment: "Comment") -> Select["Remark"]:
        """Notes about the writer of a comment, newest first."""
        here = select(cls).where(cls.about == comment.author_key).options(joinedload(cls.by))
        return here.order_by(cls.id.desc())

    @classmethod
    def make(cls, comment: "Comment", body: str, by: "User") -> "Remark":
        """Add a note about the writer of a comment."""
        remark = cls(about=comment.author_key, body=body, by=by)
        db.session.add(remark)
        db.session.flush()
        audit.record("remark.create", by=by, on=remark, comment=comment.id)
        return remark
