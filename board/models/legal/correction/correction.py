"""Correction: a correction, rebuttal or follow-up report on top of an article."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model
from board.models import audit

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.legal.correction.request import CorrectionRequest
    from board.models.user.user import User

CORRECTION_KINDS = {"correction": "정정보도", "rebuttal": "반론보도", "follow_up": "추후보도"}
LONGEST_CORRECTION, LONGEST_RETRACTION = 4000, 200  # characters


class Retraction(Model):
    """The retraction of a correction that was itself a mistake: only the newsroom still sees it."""

    __tablename__ = "retractions"

    id: Mapped[int] = mapped_column(primary_key=True)
    correction_id: Mapped[int] = mapped_column(
        ForeignKey("corrections.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    reason: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()


class Correction(Model):
    """A published correction. `text` is plain, one paragraph per line."""

    __tablename__ = "corrections"
    __table_args__ = (
        Index("ix_corrections_article_id", "article_id"),
        Index("ix_corrections_published_at", "published_at", "id"),
        Index("ix_corrections_request_id", "request_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    request_id: Mapped[int | None] = mapped_column(
        ForeignKey("correction_requests.id", ondelete="SET NULL")
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    kind: Mapped[str]
    text: Mapped[str]
    once: Mapped[str | None] = mapped_column(unique=True)
    published_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    article: Mapped["Article"] = relationship(back_populates="all_corrections")
    request: Mapped["CorrectionRequest | None"] = relationship(back_populates="corrections")
    by: Mapped["User | None"] = relationship()
    retraction: Mapped[Retraction | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, lazy="joined"
    )

    @property
    def kind_name(self) -> str:
        return CORRECTION_KINDS[self.kind]

    @property
    def stands(self) -> bool:
        return self.retraction is None

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.split("\n") if line.strip()]

    def retract(self, by: "User", reason: str) -> None:
        """Retract it: the request it answered becomes open for another one."""
        if self.retraction is None:
            self.retraction = Retraction(by=by, reason=reason)
            self.article.updated_at = clock.now()
            audit.record("correction.retract", by=by, on=self, reason=reason)
