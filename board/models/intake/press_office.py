"""Press offices: trusted senders of releases, and the board for each."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.site.board import Board

if TYPE_CHECKING:
    from board.models.user.user import User

LONGEST_OFFICE_NAME, LONGEST_OFFICE_ADDRESS = 60, 120  # characters


class PressOffice(Model):
    """A press office; `address` is one sender (press@solnae.example) or a domain
    (solnae.example)."""

    __tablename__ = "press_offices"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str] = mapped_column(unique=True)
    board_id: Mapped[int | None] = mapped_column(ForeignKey("boards.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    board: Mapped[Board | None] = relationship()

    @classmethod
    def in_order(cls) -> Select["PressOffice"]:
        return select(cls).options(joinedload(cls.board)).order_by(cls.name, cls.id)

    @classmethod
    def of(cls, sender: str) -> Select["PressOffice"]:
        """The most specific office that matches a sender's address."""
        labels = sender.lower().rpartition("@")[2].split(".")
        domains = [".".join(labels[start:]) for start in range(len(labels) - 1)]
        known = cls.address.in_([sender.lower(), *domains])
        return select(cls).where(known).order_by(func.length(cls.address).desc()).limit(1)

    @classmethod
    def is_known(cls, address: str, but: int | None = None) -> bool:
        """Whether another office has this address."""
        question = select(cls.id).where(cls.address == address.lower(), cls.id != (but or 0))
        return db.session.scalar(question) is not None

    @classmethod
    def add(cls, name: str, address: str, board: Board | None, by: "User") -> "PressOffice":
        office = cls(name=name, address=address.lower(), board=board)
        db.session.add(office)
        db.session.flush()
        audit.record("press_office.create", by=by, on=office, name=name, address=office.address)
        return office

    def revise(self, name: str, address: str, board: Board | None, by: "User") -> None:
        before = {"name": self.name, "address": self.address}
        self.name, self.address, self.board = name, address.lower(), board
        audit.record("press_office.revise", by=by, on=self, before=before, address=self.address)

    def remove(self, by: "User") -> None:
        """Delete an office; its past mails are kept."""
        audit.record("press_office.remove", by=by, on=self, name=self.name, address=self.address)
        db.session.delete(self)
