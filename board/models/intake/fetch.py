"""Mail fetch log: when the mailbox was checked, how many messages it had, and what went wrong."""

from datetime import datetime, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db

REMEMBERED_FOR = timedelta(days=30)


class Fetch(Model):
    """A check of the mailbox; `problem` is a Korean sentence, empty on success."""

    __tablename__ = "fetches"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now, index=True)
    letters: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")

    @classmethod
    def last(cls) -> Select["Fetch"]:
        """The latest check."""
        return select(cls).order_by(cls.id.desc()).limit(1)

    @classmethod
    def note(cls, letters: int, problem: str = "") -> "Fetch":
        """Log a check."""
        db.session.execute(delete(cls).where(cls.at < clock.now() - REMEMBERED_FOR))
        fetch = cls(letters=letters, problem=problem)
        db.session.add(fetch)
        return fetch
