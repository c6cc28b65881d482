"""Session: a sign-in, one row per browser, so that ending it ends a copied cookie too."""

import hashlib
import secrets
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Select, bindparam, delete, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model, db
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User

IDLE = timedelta(hours=12)
STAFF_IDLE = timedelta(hours=2)
LONGEST = timedelta(days=14)
# How stale "last seen" may be: touching a row at each page would write at each page.
TOUCH_EVERY = timedelta(minutes=5)


class Session(Model):
    """A member's session; only the hash of its token is stored."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    user: Mapped["User"] = relationship(back_populates="sessions")

    @classmethod
    def start(cls, user: "User") -> tuple["Session", str]:
        """Sign in: (session, token); only the browser keeps the token."""
        token = secrets.token_urlsafe(32)
        db.session.execute(delete(cls).where(cls.created_at < clock.now() - LONGEST))
        session = cls(token_hash=_hash(token), user=user)
        db.session.add(session)
        db.session.flush()
        audit.record("session.start", by=user, on=user)
        return session, token

    @classmethod
    def find(cls, token: str) -> "Session | None":
        """The session with this token unless it is too old, and its member, in one query."""
        return db.session.scalar(_by_token(), {"hash": _hash(token)})

    @classmethod
    def touch(cls, ids: set[int], at: datetime) -> None:
        """Update the last use of these sessions; called in the background."""
        db.session.execute(update(cls).where(cls.id.in_(ids)).values(last_seen_at=at))

    @classmethod
    def is_over(cls) -> ColumnElement[bool]:
        """SQL condition: the session has expired."""
        now = clock.now()
        return (cls.created_at <= now - LONGEST) | (cls.last_seen_at <= now - IDLE)

    @property
    def is_alive(self) -> bool:
        idle = STAFF_IDLE if self.user.is_staff else IDLE
        return clock.now() - self.last_seen_at < idle

    @property
    def wants_touch(self) -> bool:
        return clock.now() - self.last_seen_at > TOUCH_EVERY

    def end(self) -> None:
        audit.record("session.end", by=self.user, on=self.user)
        db.session.delete(self)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _by_token() -> Select[Session]:
    meant = (Session.token_hash == bindparam("hash"), Session.created_at > present(-LONGEST))
    return select(Session).options(joinedload(Session.user, innerjoin=True)).where(*meant)
