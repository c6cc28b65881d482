"""Origin of an audit entry: where a deed came from, as a word that is the same for one address.

The log is never changed, so no address could be erased from it. The word is a keyed hash of what is
stored of addresses elsewhere, itself a hash keyed with the site's secret; its own key is random, is
replaced after `LASTS`, and is deleted by `board tidy` when the addresses are. From then on the words
of that time still tell one place from another, and nobody can find out which place it was.
"""

import hashlib
import hmac
import secrets
from contextvars import ContextVar
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db

LASTS = timedelta(days=30)
LETTERS = 8  # of a word, hexadecimal

# The hash of the address whose request is being answered; None for commands and threads.
client: ContextVar[str | None] = ContextVar("client", default=None)


class AuditSalt(Model):
    """The key of the origins of some weeks."""

    __tablename__ = "audit_salts"

    id: Mapped[int] = mapped_column(primary_key=True)
    salt: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    @classmethod
    def of_now(cls) -> str:
        """The salt that is in use; a new one when there is none."""
        in_use = select(cls.salt).where(cls.created_at > clock.now() - LASTS)
        found = db.session.scalar(in_use.order_by(cls.id.desc()).limit(1))
        if found is None:
            found = secrets.token_hex(16)
            db.session.add(cls(salt=found))
        return found

    @classmethod
    def is_older_than(cls, days: int) -> ColumnElement[bool]:
        """SQL condition: entries of that age may have been written with it."""
        return cls.created_at <= clock.now() - timedelta(days=days)


def origin_of(address_hash: str | None) -> str | None:
    """The word that stands for an address; None for none."""
    if address_hash is None:
        return None
    salt = AuditSalt.of_now().encode()
    return hmac.digest(salt, address_hash.encode(), hashlib.sha256).hex()[:LETTERS]
