"""Viewing of personal data: an audit entry for each viewer, case and day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from board import clock
from board.extensions import db, take_turns
from board.models.audit.entry import AuditEntry
from board.models.audit.origin import origin_of


@dataclass(frozen=True)
class Viewing:
    """A page with personal data was opened; to be recorded later, because reading writes nothing."""

    action: str
    actor_id: int
    actor_role: str
    subject_type: str
    subject_id: int
    address_hash: str | None
    at: datetime

    @classmethod
    def record(cls, viewings: Iterable["Viewing"]) -> None:
        """Write an entry for each that is the first of its day in Seoul. The caller commits."""
        for viewing in viewings:
            take_turns("audit.viewing")
            if not viewing._is_recorded():
                db.session.add(viewing._entry())

    def _is_recorded(self) -> bool:
        began = clock.day_start(clock.local(self.at).date())
        same = select(AuditEntry.id).filter_by(**self._deed())
        of_day = same.where(AuditEntry.at >= began, AuditEntry.at < began + timedelta(days=1))
        return db.session.scalar(of_day.limit(1)) is not None

    def _entry(self) -> AuditEntry:
        role, origin = self.actor_role, origin_of(self.address_hash)
        return AuditEntry(**self._deed(), actor_role=role, at=self.at, origin=origin)

    def _deed(self) -> dict[str, str | int]:
        return {
            "action": self.action,
            "actor_id": self.actor_id,
            "subject_type": self.subject_type,
            "subject_id": self.subject_id,
        }
