"""Original of a masked comment: what was typed, sealed, while readers see ● for the numbers."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import Sealed, UTCDateTime
from board.extensions import Model
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User


class Original(Model):
    """A sealed original, without the numbers nobody may keep. `body` is decrypted only when asked
    for, and None when no key fits any more."""

    __tablename__ = "originals"
    __table_args__ = (Index("ix_originals_created_at", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(
        ForeignKey("comments.id", ondelete="CASCADE"), unique=True
    )
    body: Mapped[str | None] = mapped_column(Sealed, deferred=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class Masked:
    """Mixin: personal numbers are masked; a moderator may look at them, and let them be read."""

    if TYPE_CHECKING:  # of the comment
        body: Mapped[str]

    @declared_attr
    def original(cls) -> Mapped[Original | None]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    def seal(self, original: str | None) -> None:
        """Keep what was typed now instead of what was typed before; None keeps nothing."""
        if original is None or self.original is None:
            self.original = None if original is None else Original(body=original)
        else:
            self.original.body, self.original.created_at = original, clock.now()

    def look(self, by: "User") -> str | None:
        """The original, read by a moderator; the audit log says so."""
        audit.record("comment.look", by=by, on=self)
        return self.original.body if self.original is not None else None

    def uncover(self, by: "User") -> None:
        """Let readers see the original: no number of it is anybody's secret."""
        if self.original is not None and self.original.body is not None:
            self.body, self.original = self.original.body, None
            audit.record("comment.uncover", by=by, on=self)
