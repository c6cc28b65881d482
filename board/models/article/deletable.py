"""Soft deletion of an article: hidden from everyone at once, undeletable for thirty days."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, declared_attr, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model
from board.models import audit
from board.text.korean import josa, span

if TYPE_CHECKING:
    from board.models.user.user import User

KEPT_FOR = timedelta(days=30)


class Deletion(Model):
    """A deletion: who deleted an article, and when."""

    __tablename__ = "deletions"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()

    @property
    def days_left(self) -> int:
        """Days left to undo it; 0 when it is too late."""
        left = self.created_at + KEPT_FOR - clock.now()
        return max(-(-left // timedelta(days=1)), 0)


class Deletable:
    """Mixin: comments, files and counters are kept until the deletion can no longer be undone."""

    if TYPE_CHECKING:  # of the article
        title: Mapped[str]
        published_at: Mapped[datetime | None]

        def unschedule(self, by: User) -> None: ...

    @declared_attr
    def deletion(cls) -> Mapped["Deletion | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    @classmethod
    def is_kept(cls) -> ColumnElement[bool]:
        """SQL condition: not deleted."""
        return ~cls.deletion.has()

    @classmethod
    def taken_away(cls) -> Select:
        """Articles deleted after publication; nobody is told of others."""
        return select(cls).where(cls.deletion.has(), cls.published_at <= clock.now())

    @classmethod
    def restorable_by(cls, viewer) -> Select:
        question = select(cls).where(cls.deletion.has(), viewer.can_edit_articles)
        return question.options(joinedload(cls.deletion).joinedload(Deletion.by))

    @property
    def is_deleted(self) -> bool:
        return self.deletion is not None

    def delete(self, by: "User") -> None:
        """Delete it for readers and from the newsroom's lists. A schedule is cancelled: an article
        that is undeleted weeks later must not be published by itself."""
        if self.is_deleted:
            return
        self.unschedule(by=by)
        self.deletion = Deletion(by=by, created_at=clock.now())
        audit.record("article.delete", by=by, on=self, title=self.title)

    def undelete(self, by: "User") -> None:
        """Undo the deletion; ValueError, in Korean, when it is too late."""
        if self.deletion is None:
            return
        if not self.deletion.days_left:
            raise ValueError(f"지운 지 {josa(span(KEPT_FOR), '이/가')} 지나 되살릴 수 없습니다.")
        self.deletion = None
        audit.record("article.undelete", by=by, on=self)
