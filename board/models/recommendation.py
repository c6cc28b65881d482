"""Recommendations of articles and comments: one a person, counted as it is written."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import db, insert_once


class Recommendation(db.Model):
    """An article recommended by `voter`: the key of a member or of a guest's cookie."""

    __tablename__ = "recommendations"
    __table_args__ = (Index("uq_recommendations_article", "article_id", "voter", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    voter: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class CommentRecommendation(db.Model):
    """A comment recommended (공감) by `voter`."""

    __tablename__ = "comment_recommendations"
    __table_args__ = (
        Index("uq_comment_recommendations_comment", "comment_id", "voter", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    voter: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class Recommendable:
    """What articles and comments share; `recommendations_in` is their table and its column."""

    recommendations_in: ClassVar[tuple[type, str]]

    recommendations_count: Mapped[int] = mapped_column(default=0, server_default="0")

    def recommend(self, by) -> bool:
        """Wanted state: recommended. True when this changed it; a second time changes nothing."""
        table, column = self.recommendations_in
        row = {column: self.id, "voter": by.key, "created_at": clock.now()}
        inserted = insert_once(table, [row])
        self._raise_recommendations(inserted)
        return bool(inserted)

    def unrecommend(self, by) -> bool:
        """Wanted state: not recommended. True when this changed it."""
        table, column = self.recommendations_in
        gone = db.session.execute(
            delete(table).filter_by(**{column: self.id, "voter": by.key}),
            execution_options={"synchronize_session": False},
        ).rowcount
        self._raise_recommendations(-gone)
        return bool(gone)

    def is_recommended_by(self, viewer) -> bool:
        table, column = self.recommendations_in
        if viewer.key is None:
            return False
        mine = select(table.id).filter_by(**{column: self.id, "voter": viewer.key})
        return db.session.scalar(mine) is not None

    def _raise_recommendations(self, by: int) -> None:
        if not by:
            return
        kind = type(self)
        db.session.execute(
            update(kind)
            .where(kind.id == self.id)
            .values(recommendations_count=kind.recommendations_count + by),
            execution_options={"synchronize_session": False},
        )
        db.session.expire(self, ["recommendations_count"])
