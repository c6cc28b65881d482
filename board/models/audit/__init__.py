"""Audit log: append-only entries in a hash chain, sealed at commit."""

from board.models.audit.entry import AuditEntry, record

__all__ = ["AuditEntry", "record"]
