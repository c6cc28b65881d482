"""Outbox: mails written in the transaction of their cause, sent after its commit."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, select, update
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db

MOST_TRIES = 10
# Whoever took a letter and has not said within this time what became of it, died on the way.
GIVEN_UP_ON = timedelta(minutes=5)
REMEMBERED_FOR = timedelta(days=30)


class OutgoingMail(Model):
    """A mail to be sent. `kind` names it, `error` is the sentence of the last failed try.

    One with an empty `to` is only kept: it cannot be sent by mail.
    """

    __tablename__ = "outgoing_mails"
    __table_args__ = (
        Index("ix_outgoing_mails_sent_at", "sent_at"),
        Index("ix_outgoing_mails_request_id", "request_id"),
        Index("ix_outgoing_mails_takedown_request_id", "takedown_request_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int | None] = mapped_column(
        ForeignKey("correction_requests.id", ondelete="CASCADE")
    )
    takedown_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("takedown_requests.id", ondelete="CASCADE")
    )
    kind: Mapped[str] = mapped_column(default="")
    to: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    tries: Mapped[int] = mapped_column(default=0)
    taken_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    error: Mapped[str] = mapped_column(default="")

    @classmethod
    def waiting(cls) -> Select["OutgoingMail"]:
        """Mails that are neither sent, nor being sent, nor given up; oldest first."""
        return select(cls).where(*cls._is_waiting()).order_by(cls.id)

    @classmethod
    def take(cls, mail_id: int) -> "OutgoingMail | None":
        """Claim a mail for sending; None when another process has just taken it."""
        mine = update(cls).where(cls.id == mail_id, *cls._is_waiting())
        taken = mine.values(taken_at=clock.now(), tries=cls.tries + 1)
        if not db.change(taken.execution_options(synchronize_session=False)):
            return None
        return db.session.get(cls, mail_id, populate_existing=True)

    @classmethod
    def is_done_with(cls) -> ColumnElement[bool]:
        """SQL condition: sent or given up over a month ago, and not part of a kept case."""
        of_no_case = cls.request_id.is_(None) & cls.takedown_request_id.is_(None)
        return of_no_case & (cls.created_at < clock.now() - REMEMBERED_FOR)

    def was_sent(self) -> None:
        self.sent_at, self.error = clock.now(), ""

    def came_back(self, error: str) -> None:
        """Record a failed try; it may be tried again at once."""
        self.taken_at, self.error = None, error

    @classmethod
    def _is_waiting(cls) -> tuple:
        free = cls.taken_at.is_(None) | (cls.taken_at < clock.now() - GIVEN_UP_ON)
        return (cls.to != "", cls.sent_at.is_(None), cls.tries < MOST_TRIES, free)
