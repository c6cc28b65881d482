"""Scheduling of an article: published by itself at a later time, unless it is cancelled."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, select

from board import clock
from board.models import audit

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.article.publishable import Withdrawal
    from board.models.user.user import User


class Schedulable:
    """Mixin: no job is needed, because an article is public from `published_at` on."""

    if TYPE_CHECKING:  # of the article
        published_at: Mapped[datetime | None]
        withdrawal: Mapped[Withdrawal | None]

        @property
        def state(self) -> str: ...
        @property
        def is_published(self) -> bool: ...
        @classmethod
        def stands(cls) -> ColumnElement[bool]: ...
        def refuse_before_embargo(self, at: datetime) -> None: ...
        def note_own_comment_rules(self, by: "User") -> None: ...

    @classmethod
    def scheduled(cls) -> Select:
        later = cls.published_at > clock.now()
        return select(cls).where(later, cls.stands())

    @property
    def is_scheduled(self) -> bool:
        return self.state == "scheduled"

    def schedule(self, at: datetime, by: "User") -> None:
        """Publish automatically at a later time; ValueError with a Korean sentence if it is
        invalid."""
        if at <= clock.now():
            raise ValueError("예약 시각이 이미 지났습니다. 지금보다 뒤의 시각을 골라 주세요.")
        if self.is_published:
            raise ValueError("이미 게시한 글은 예약할 수 없습니다. 먼저 게시를 중단해 주세요.")
        self.refuse_before_embargo(at)
        if self.published_at is None:
            self.note_own_comment_rules(by=by)
        self.published_at = at
        audit.record("article.schedule", by=by, on=self, at=at.isoformat())

    def unschedule(self, by: "User") -> None:
        """Cancel the schedule: the article becomes a draft again."""
        if self.is_scheduled:
            self.published_at = None
            audit.record("article.unschedule", by=by, on=self)
