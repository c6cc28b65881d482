"""Recommendations: the votes for articles and for comments, one per person."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model


class Vote(Model):
    """Mixin for votes: `voter` is the key of a member or guest cookie, `address_hash` the
    origin."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    voter: Mapped[str]
    address_hash: Mapped[str | None] = mapped_column(index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class Recommendation(Vote):
    """A recommendation of an article by `voter`."""

    __tablename__ = "recommendations"
    __table_args__ = (
        Index("uq_recommendations_article", "article_id", "voter", unique=True),
        Index("ix_recommendations_voter", "voter", "created_at"),
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))


class CommentRecommendation(Vote):
    """A recommendation of a comment (공감) by `voter`."""

    __tablename__ = "comment_recommendations"
    __table_args__ = (
        Index("uq_comment_recommendations_comment", "comment_id", "voter", unique=True),
        Index("ix_comment_recommendations_voter", "voter", "created_at"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
