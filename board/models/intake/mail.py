"""Mail log: messages to the newsroom, whether the sender is authentic, and what became of them."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.intake.press_office import PressOffice
from board.models.site.board import Board
from board.text.authentication import belongs_to, vouched_domains
from board.text.documents import Envelope
from board.text.documents.envelope import letterhead

if TYPE_CHECKING:
    from board.models.user.user import User


class Mail(Model):
    """A message, identified by `message_id`. `problem` says why no draft could be made of it."""

    __tablename__ = "mails"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(unique=True)
    sender_name: Mapped[str] = mapped_column(default="")
    sender_address: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    received_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    is_vouched_for: Mapped[bool] = mapped_column(default=False)
    office_id: Mapped[int | None] = mapped_column(
        ForeignKey("press_offices.id", ondelete="SET NULL")
    )
    problem: Mapped[str] = mapped_column(default="")
    dismissed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    office: Mapped[PressOffice | None] = relationship()

    @classmethod
    def unread(cls) -> Select["Mail"]:
        """Messages that could not be imported and were not dismissed, newest first."""
        waiting = select(cls).where(cls.problem != "", cls.dismissed_at.is_(None))
        return waiting.options(joinedload(cls.office)).order_by(cls.id.desc())

    @classmethod
    def is_known(cls, source: bytes) -> bool:
        """Whether this message was imported before."""
        known = _identity(source, letterhead(source))
        question = select(cls.id).filter_by(message_id=known)
        return db.session.scalar(question) is not None

    @classmethod
    def note(cls, source: bytes, server: str = "", problem: str = "") -> "Mail":
        """Log a message. `server` is the mail server whose sender authentication we trust."""
        head = letterhead(source)
        mail = cls(
            message_id=_identity(source, head),
            sender_name=head.sender_name,
            sender_address=head.sender_address,
            subject=head.subject,
            sent_at=head.sent_at,
            office=db.session.scalar(PressOffice.of(head.sender_address)),
            is_vouched_for=belongs_to(head.sender_address, vouched_domains(source, server)),
            problem=problem,
        )
        db.session.add(mail)
        db.session.flush()
        return mail

    @property
    def board(self) -> Board | None:
        """The board for releases of its press office, or None."""
        return self.office.board if self.office is not None else None

    @property
    def sender(self) -> str:
        """The sender as the newsroom sees it."""
        if self.office is not None:
            return self.office.name
        return self.sender_name or self.sender_address or "보낸 사람 없음"

    @property
    def is_trusted(self) -> bool:
        """Whether it comes from a known press office and our mail server authenticated it."""
        return self.office is not None and self.is_vouched_for

    @property
    def standing(self) -> str:
        """How authentic the sender is, as a sentence."""
        if self.is_trusted:
            return "아는 곳에서 온 확인된 메일입니다."
        if self.office is not None:
            return "아는 곳의 주소로 왔지만 확인되지 않은 메일입니다. 전화로 확인해 주세요."
        if self.is_vouched_for:
            return "처음 보는 곳입니다. 보낸 주소는 확인되었습니다."
        return "처음 보는 곳에서 온, 확인되지 않은 메일입니다."

    def dismiss(self, by: "User") -> None:
        """Dismiss a message that could not be imported."""
        if self.dismissed_at is None:
            self.dismissed_at = clock.now()
            audit.record("mail.dismiss", by=by, on=self, subject=self.subject)


def _identity(source: bytes, head: Envelope) -> str:
    """A message's identity: its Message-ID, or a hash of its bytes when it has none."""
    return head.message_id or f"sha256:{hashlib.sha256(source).hexdigest()}"
