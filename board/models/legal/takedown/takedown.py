"""Takedown (임시조치): a comment hidden for a time because somebody says that it harms them.

The law is article 44-2 of the Network Act (정보통신망법). We rely on these of its sentences: who shows
that a right is infringed may ask for removal (①); the provider acts without delay, tells both sides
at once and lets other readers know (②); where it is hard to judge it may block access for at most
thirty days (④). It says nothing of an objection: that part is our own. Not legal advice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Index, exists, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model, db
from board.models.legal.receipt import read_receipt
from board.models.legal.takedown.objection import Objection
from board.models.user.authenticated import PasswordCheck
from board.models.user.roles import ADMIN

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.legal.takedown.request import TakedownRequest
    from board.models.user.user import User

RESTORED, REMOVED = "restored", "removed"
NOTE = "권리침해 신고"  # beside the removal a case ends with


@dataclass(frozen=True)
class Case:
    """The authority of a case that ended with showing the comment again: the newsroom's."""

    by_role: str = ADMIN
    is_in_case: bool = False


CASE = Case()


class Takedown(Model):
    """A takedown, in force from `since` until `until`, unless ended before; `outcome` says how it
    ended.

    `notice` is the number in the mail to the writer: who has it may object. `words` is what both
    sides were told at the end.
    """

    __tablename__ = "takedowns"
    __table_args__ = (Index("ix_takedowns_comment_id", "comment_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("takedown_requests.id", ondelete="CASCADE"), unique=True
    )
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id", ondelete="SET NULL"))
    notice: Mapped[str] = mapped_column(unique=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    since: Mapped[datetime] = mapped_column(UTCDateTime)
    until: Mapped[datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    outcome: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    request: Mapped["TakedownRequest"] = relationship(back_populates="takedown")
    comment: Mapped["Comment | None"] = relationship()
    by: Mapped["User | None"] = relationship(foreign_keys=by_id)
    ended_by: Mapped["User | None"] = relationship(foreign_keys=ended_by_id)
    objection: Mapped[Objection | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def is_in_force(cls):
        """SQL condition for `stands`."""
        return cls.ended_at.is_(None) & (cls.until > present())

    @classmethod
    def put_back(cls, comment_id) -> ColumnElement[bool]:
        """SQL condition: a case of this comment ended with showing it again."""
        ended = exists().where(cls.comment_id == comment_id, cls.outcome == RESTORED)
        return ended.correlate_except(cls)

    @property
    def stands(self) -> bool:
        return self.ended_at is None and clock.now() < self.until

    @property
    def days(self) -> int:
        return (self.until - self.since) // timedelta(days=1)

    @property
    def sentence(self) -> str:
        """The sentence shown in the thread instead of the comment."""
        last = clock.local(self.until)
        return f"권리침해 신고로 {self.days}일 동안 가린 댓글입니다. ({last:%Y.%m.%d}까지)"

    @property
    def waits_for_answer(self) -> bool:
        """Whether the writer objected, and nobody has answered or decided since."""
        return (
            self.ended_at is None and self.objection is not None and not self.objection.answered_at
        )

    def proof_by(self, secret: str) -> Callable[[], bool]:
        """The check whether a secret proves authorship: it is the number in the notice, or the
        comment's password. The check itself asks the database nothing."""
        comment = self.comment
        if comment is None:
            return lambda: False
        number = read_receipt(secret)
        told = bool(number) and db.session.scalar(
            select(exists().where(Takedown.notice == number, Takedown.comment == comment))
        )
        return (lambda: True) if told else PasswordCheck(comment.password_hash, secret)

    def resume(self) -> None:
        """Undo its end; its deadline may have passed."""
        self.outcome, self.words, self.ended_by, self.ended_at = "", "", None, None

    def end(self, outcome: str, words: str, by: "User") -> None:
        self.outcome, self.words, self.ended_by, self.ended_at = outcome, words, by, clock.now()
