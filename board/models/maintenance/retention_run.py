"""Retention runs: when `board tidy` last erased everything that was due."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models.user.user import User
from board.text.korean import span

OVERDUE_AFTER = timedelta(days=2)


class RetentionRun(Model):
    """The last run of `board tidy` that left nothing behind."""

    __tablename__ = "retention_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    @classmethod
    def note(cls) -> None:
        db.session.execute(delete(cls))
        db.session.add(cls())

    @classmethod
    def problem(cls) -> str:
        """A Korean sentence when the next run is overdue, else empty. A new site has as long for
        its first one."""
        last, opened = select(func.max(cls.at)), select(func.min(User.created_at))
        since = db.session.scalar(last) or db.session.scalar(opened)
        if since is None or clock.now() - since < OVERDUE_AFTER:
            return ""
        return (
            f"보관 기간이 지난 자료를 지운 기록이 {span(OVERDUE_AFTER)} 넘게 없습니다. "
            "서버에서 board tidy를 부르고, 날마다 돌게 해 주세요."
        )
