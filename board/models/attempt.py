"""Counting tries at a password, shared by every worker because the count is kept in rows."""

from datetime import datetime, timedelta

from sqlalchemy import Index, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import db, take_turns

WINDOW = timedelta(minutes=10)


class Attempt(db.Model):
    """One wrong password: `kind` says of what, `key` whose (an account, an address, a comment)."""

    __tablename__ = "attempts"
    __table_args__ = (
        Index("ix_attempts_kind_key_at", "kind", "key", "at"),
        Index("ix_attempts_at", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str]
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    @classmethod
    def wait(cls, kind: str, keys: tuple[str, ...], most: int) -> int:
        """Seconds until another try is allowed for all these keys; 0 when it is allowed now.

        Tries at once are looked at one after the other: a hundred together are a hundred tries.
        """
        take_turns(*keys)
        since = clock.now() - WINDOW
        rows = db.session.execute(
            select(func.count(), func.min(cls.at))
            .where(cls.kind == kind, cls.key.in_(keys), cls.at > since)
            .group_by(cls.key)
        )
        waits = [first + WINDOW - clock.now() for count, first in rows if count >= most]
        return max((int(wait.total_seconds()) + 1 for wait in waits), default=0)

    @classmethod
    def failed(cls, kind: str, keys: tuple[str, ...]) -> None:
        db.session.execute(delete(cls).where(cls.at < clock.now() - WINDOW))
        db.session.add_all(cls(kind=kind, key=key) for key in keys)

    @classmethod
    def forget(cls, kind: str, key: str) -> None:
        """A right password clears the account's own count, not its address's."""
        db.session.execute(delete(cls).filter_by(kind=kind, key=key))
