"""Audit log: append-only entries in a hash chain, sealed at commit."""

from board.models.audit.entry import AuditEntry, record
from board.models.audit.origin import client

__all__ = ["AuditEntry", "client", "record"]
