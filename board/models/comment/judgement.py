"""Judgement: one comment of a moderator's ruling, with the text the moderator saw."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.columns import UTCDateTime
from board.extensions import Model

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.moderation.ruling.ruling import Ruling

# What may be decided of a comment; moderation/ruling/verdict.py has the words for it.
KEEP, HOLD, REMOVE, SPAM = "keep", "hold", "remove", "spam"


class Judgement(Model):
    """A judgement of a comment, at this revision of its text."""

    __tablename__ = "judgements"
    __table_args__ = (Index("ix_judgements_comment_id_revision", "comment_id", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ruling_id: Mapped[int] = mapped_column(ForeignKey("rulings.id", ondelete="CASCADE"), index=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    revision: Mapped[int]
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    undone_by_role: Mapped[str | None]
    ruling: Mapped["Ruling"] = relationship(back_populates="judgements")
    comment: Mapped["Comment"] = relationship(back_populates="judgements")
    is_in_case = False

    @property
    def by_role(self) -> str | None:
        """The role of whoever overruled it, else of whoever made it. None when it was undone in the
        role in which it was made, as if it had never been."""
        if self.undone_at is None:
            return self.ruling.by_role
        return self.undone_by_role if self.undone_by_role != self.ruling.by_role else None
