"""Hash chain of the audit log: each digest covers its entry and the digest before it.

Entries are sealed when their transaction commits, so that only the commit waits for the chain's
lock, never a long import.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Row, event, exists, select, update
from sqlalchemy.orm import Session, object_session

from board.extensions import db, take_turns
from board.models.audit import AuditEntry

ROWS_AT_ONCE = 1000
UNSEALED = "audit.unsealed"
# What a digest covers, beside the number: all that is stored. `origin` is covered where there is one;
# entries from before there were any have digests without it.
WORDS = (
    AuditEntry.id,
    AuditEntry.at,
    AuditEntry.actor_id,
    AuditEntry.actor_role,
    AuditEntry.action,
    AuditEntry.subject_type,
    AuditEntry.subject_id,
    AuditEntry.detail,
    AuditEntry.origin,
)


class Head(NamedTuple):
    """Chain position: number and sha256 digest, in hex."""

    number: int = 0
    digest: str = "0" * 64

    @classmethod
    def now(cls) -> "Head":
        """The position of the last entry; number 0 before the first."""
        sealed = select(AuditEntry.number, AuditEntry.digest).where(AuditEntry.number.is_not(None))
        last = db.session.execute(sealed.order_by(AuditEntry.number.desc()).limit(1)).first()
        return cls(last.number or 0, last.digest or "") if last else cls()

    def is_kept(self) -> bool:
        """Whether the log has an entry at this position."""
        here = AuditEntry.number == self.number, AuditEntry.digest == self.digest
        return bool(db.session.scalar(select(exists().where(*here))))

    def then(self, row: Row) -> "Head":
        """The position of the next entry; `row` holds `WORDS`, as read from the database."""
        number = self.number + 1
        values = [number, *(getattr(row, word.key) for word in WORDS)]
        if row.origin is None:
            values.pop()
        words = json.dumps(values, sort_keys=True, separators=(",", ":"), default=_plain)
        return Head(number, hashlib.sha256(f"{self.digest}\n{words}".encode()).hexdigest())


def _plain(value: object) -> str:
    """A value for hashing: a moment in UTC, or anything else as it is, in case a row was forged."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return repr(value)


@event.listens_for(AuditEntry, "after_insert")
def _note(_mapper, _connection, entry: AuditEntry) -> None:
    if (session := object_session(entry)) is not None:
        session.info.setdefault(UNSEALED, []).append(entry.id)


@event.listens_for(Session, "before_commit")
def _seal(session: Session) -> None:
    """Seal the entries of this transaction, in order; not at the end of a savepoint.

    Only these: a row inserted from outside stays without a number, which reveals it.
    """
    if session.in_nested_transaction():
        return
    session.flush()
    ids = session.info.pop(UNSEALED, [])
    if not ids:
        return
    take_turns("audit")
    head = Head.now()
    for start in range(0, len(ids), ROWS_AT_ONCE):
        mine = AuditEntry.id.in_(ids[start : start + ROWS_AT_ONCE]), AuditEntry.number.is_(None)
        seals = []
        for row in session.execute(select(*WORDS).where(*mine).order_by(AuditEntry.id)):
            head = head.then(row)
            seals.append({"id": row.id, **head._asdict()})
        if seals:
            session.execute(update(AuditEntry), seals)
