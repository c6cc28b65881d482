"""Audit log entries: every action of members and staff, written in its own transaction."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Index, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models.audit.origin import client, origin_of

if TYPE_CHECKING:
    from board.models.user.user import User


class AuditEntry(Model):
    """Audit log entry: who did what to which thing, when, and from where. `actor` is None for guests
    and commands, `origin` for what no request did.

    `number` and `digest` are its place in the hash chain; they are set at commit (`sealing`).
    """

    __tablename__ = "audit_entries"
    __table_args__ = (Index("ix_audit_entries_actor_id", "actor_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now, index=True)
    # No foreign key: a member who leaves must not change what is sealed. A later member who was
    # given the same id is not the one who did it.
    actor_id: Mapped[int | None]
    actor_role: Mapped[str | None]
    action: Mapped[str] = mapped_column(index=True)
    subject_type: Mapped[str | None]
    subject_id: Mapped[int | None]
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    origin: Mapped[str | None] = mapped_column(index=True)
    number: Mapped[int | None] = mapped_column(unique=True)
    digest: Mapped[str | None]
    actor: Mapped["User | None"] = relationship(
        primaryjoin="and_(foreign(AuditEntry.actor_id) == User.id,"
        " User.created_at <= AuditEntry.at)",
        viewonly=True,
    )

    @classmethod
    def newest(
        cls,
        action: str | None = None,
        actor_id: int | None = None,
        day: date | None = None,
        origin: str | None = None,
    ) -> Select["AuditEntry"]:
        """Entries, newest first: of one action, member, day in Seoul, origin; None means all."""
        question = select(cls).options(joinedload(cls.actor)).order_by(cls.id.desc())
        if action:
            question = question.where(cls.action == action)
        if actor_id:
            question = question.where(cls.actor_id == actor_id)
        if origin:
            question = question.where(cls.origin == origin)
        if day:
            next_day = clock.day_start(day + timedelta(days=1))
            question = question.where(cls.at >= clock.day_start(day), cls.at < next_day)
        return question

    @property
    def actor_name(self) -> str:
        if self.actor is not None:
            return self.actor.name
        return "손님 또는 자동" if self.actor_id is None else "떠난 사람"


def record(action: str, by=None, on=None, **detail) -> AuditEntry:
    """Write an audit entry. `on` must be flushed, so that it has an id; `detail` holds no
    secrets."""
    entry = AuditEntry(
        action=action,
        actor_id=by.id if by is not None else None,
        actor_role=by.role if by is not None else None,
        subject_type=type(on).__name__.lower() if on is not None else None,
        subject_id=on.id if on is not None else None,
        detail=detail,
        origin=origin_of(client.get()),
    )
    db.session.add(entry)
    return entry
