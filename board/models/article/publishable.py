"""Publication: draft, scheduled, published, perhaps withdrawn."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Select, and_, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User

LONGEST_WITHDRAWAL = 200  # characters of its reason
NEW_FOR = timedelta(hours=24)


class Withdrawal(Model):
    """A withdrawal: the article's address answers 410 until it is reinstated."""

    __tablename__ = "withdrawals"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()


class Publishable:
    """Mixin: an article is public from `published_at` on, unless it was withdrawn."""

    if TYPE_CHECKING:  # of the article

        @property
        def is_deleted(self) -> bool: ...
        @classmethod
        def is_kept(cls) -> ColumnElement[bool]: ...
        def refuse_before_embargo(self, at: datetime) -> None: ...
        def note_own_comment_rules(self, by: "User") -> None: ...

    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @declared_attr
    def withdrawal(cls) -> Mapped["Withdrawal | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    @classmethod
    def is_out(cls) -> ColumnElement[bool]:
        """SQL condition: readers see the article."""
        return and_(cls.published_at <= present(), cls.stands())

    @classmethod
    def stands(cls) -> ColumnElement[bool]:
        """SQL condition: neither withdrawn nor deleted."""
        return and_(~cls.withdrawal.has(), cls.is_kept())

    @classmethod
    def published(cls) -> Select:
        return select(cls).where(cls.is_out())

    @classmethod
    def withdrawn(cls) -> Select:
        """Articles withdrawn after publication; nobody is told of others."""
        out = cls.published_at <= clock.now()
        return select(cls).where(cls.withdrawal.has(), out, cls.is_kept())

    @classmethod
    def drafts(cls) -> Select:
        return select(cls).where(cls.published_at.is_(None), cls.is_kept())

    @property
    def state(self) -> str:
        if self.is_deleted:
            return "deleted"
        if self.withdrawal is not None:
            return "withdrawn"
        if self.published_at is None:
            return "draft"
        return "published" if self.published_at <= clock.now() else "scheduled"

    @property
    def is_draft(self) -> bool:
        return self.state == "draft"

    @property
    def is_published(self) -> bool:
        return self.state == "published"

    @property
    def is_withdrawn(self) -> bool:
        return self.state == "withdrawn"

    @property
    def is_new(self) -> bool:
        since = self.published_at
        return since is not None and self.is_published and clock.now() - since < NEW_FOR

    def publish(self, by: "User", at: datetime | None = None) -> None:
        """Publish now, or as of `at`. Publishing a published article changes nothing.

        Raises `EmbargoError`, a ValueError with a Korean sentence, before the embargo ends.
        """
        if self.is_published:
            return
        at = at or clock.now()
        self.refuse_before_embargo(at)
        if self.published_at is None:
            self.note_own_comment_rules(by=by)
        self.published_at = at
        audit.record("article.publish", by=by, on=self, at=at.isoformat())

    def withdraw(self, by: "User", reason: str = "") -> None:
        """Withdraw it; comments and counts are kept for a reinstatement."""
        if self.withdrawal is None:
            self.withdrawal = Withdrawal(by=by, reason=reason)
            audit.record("article.withdraw", by=by, on=self, reason=reason)

    def reinstate(self, by: "User") -> None:
        if self.withdrawal is not None:
            self.withdrawal = None
            audit.record("article.reinstate", by=by, on=self)
