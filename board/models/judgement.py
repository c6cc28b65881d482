"""One comment of a moderator's ruling, and the words the moderator had before them."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.columns import UTCDateTime
from board.extensions import db

if TYPE_CHECKING:
    from board.models.comment import Comment
    from board.models.ruling import Ruling


class Judgement(db.Model):
    __tablename__ = "judgements"
    __table_args__ = (Index("ix_judgements_comment_id_revision", "comment_id", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ruling_id: Mapped[int] = mapped_column(ForeignKey("rulings.id", ondelete="CASCADE"), index=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    revision: Mapped[int]
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ruling: Mapped["Ruling"] = relationship(back_populates="judgements")
    comment: Mapped["Comment"] = relationship(back_populates="judgements")
