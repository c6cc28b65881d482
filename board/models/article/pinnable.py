"""Notices: articles pinned on top of their board's list."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User


class Notice(Model):
    """A pinned article; it ends at `until`, None means never."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    until: Mapped[datetime | None] = mapped_column(UTCDateTime, index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    @classmethod
    def is_up(cls, at: ColumnElement[datetime] | None = None) -> ColumnElement[bool]:
        """SQL condition: pinned now, or at that moment."""
        return cls.until.is_(None) | (cls.until > (present() if at is None else at))


class Pinnable:
    """Mixin: pinning an article."""

    @declared_attr
    def notice(cls) -> Mapped["Notice | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    @classmethod
    def is_pinned(cls, at: ColumnElement[datetime] | None = None) -> ColumnElement[bool]:
        return cls.notice.has(Notice.is_up(at))

    @property
    def is_notice(self) -> bool:
        notice = self.notice
        return notice is not None and (notice.until is None or notice.until > clock.now())

    def pin(self, by: "User", until: datetime | None = None) -> None:
        """Pin it, or change its end."""
        if self.notice is None:
            self.notice = Notice(by_id=by.id)
        elif self.notice.until == until:
            return
        self.notice.until = until
        audit.record("article.pin", by=by, on=self, until=until and until.isoformat())

    def unpin(self, by: "User") -> None:
        if self.notice is not None:
            self.notice = None
            audit.record("article.unpin", by=by, on=self)
