"""Block: a pattern that holds comments for a while: words, a host, or a writer."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, false, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model

if TYPE_CHECKING:
    from board.models.moderation.ruling.ruling import Ruling

FINGERPRINT, HOST, GUEST, ADDRESS = "fingerprint", "host", "guest", "address"
BLOCKED_KINDS = {
    FINGERPRINT: "같은 글",
    HOST: "링크한 곳",
    GUEST: "이 브라우저",
    ADDRESS: "이 주소(IP)",
}


class Block(Model):
    """A block until `until` on what has this `value` of `kind`: a comment's fingerprint, a host, a
    guest's key or an address's hash. Deleted when its ruling is undone."""

    __tablename__ = "blocks"
    __table_args__ = (Index("ix_blocks_kind_value", "kind", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    value: Mapped[str]
    until: Mapped[datetime] = mapped_column(UTCDateTime)
    ruling_id: Mapped[int] = mapped_column(ForeignKey("rulings.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    ruling: Mapped["Ruling"] = relationship(back_populates="blocks")

    @classmethod
    def matching(
        cls,
        fingerprint: str = "",
        hosts: Iterable[str] = (),
        guest_key: str | None = None,
        address_hash: str | None = None,
    ) -> Select["Block"]:
        """Blocks in force that match a new comment."""
        values = {
            FINGERPRINT: [fingerprint] if fingerprint else [],
            HOST: list(hosts),
            GUEST: [guest_key] if guest_key else [],
            ADDRESS: [address_hash] if address_hash else [],
        }
        met = [(cls.kind == kind) & cls.value.in_(some) for kind, some in values.items() if some]
        return select(cls).where(cls.until > clock.now(), or_(false(), *met)).order_by(cls.id)

    @property
    def kind_name(self) -> str:
        return BLOCKED_KINDS[self.kind]
