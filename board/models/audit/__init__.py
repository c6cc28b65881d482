"""The audit log: append-only entries, chained by digests and sealed at the commit."""

from board.models.audit.entry import AuditEntry, record

__all__ = ["AuditEntry", "record"]
