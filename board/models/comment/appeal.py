"""Appeal: the writer of a hidden or deleted comment asks an admin to review the decision."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.comment.events import appeal_answered
from board.models.comment.judgement import KEEP

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.user.user import User

LONGEST_APPEAL = 1000
STATES = {None: "살피는 중", True: "받아들임", False: "그대로 둠"}


class Appeal(Model):
    """An appeal, one per decision: `about` is the comment's `seen` mark at that time. `granted` is
    None until an admin has answered; `answer` is what the writer is told."""

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("comment_id", "about"),
        Index("ix_appeals_answered_at", "answered_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    about: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    granted: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    comment: Mapped["Comment"] = relationship(back_populates="appeals")
    answered_by: Mapped["User | None"] = relationship()

    @classmethod
    def waiting(cls) -> Select["Appeal"]:
        """Unanswered appeals, oldest first."""
        return cls._whole().where(cls.answered_at.is_(None)).order_by(cls.id)

    @classmethod
    def answered(cls) -> Select["Appeal"]:
        return cls._whole().where(cls.answered_at.is_not(None)).order_by(cls.answered_at.desc())

    @property
    def state_name(self) -> str:
        return STATES[self.granted]

    def grant(self, by: "User", answer: str = "") -> None:
        """Show the comment again. An answered appeal cannot be answered again."""
        if self._settle(by, True, answer):
            if self.comment.is_removed:
                self.comment.restore(by=by)
            if self.comment.hold is not None:
                from board.models.moderation.ruling.ruling import Ruling

                Ruling.make(by, KEEP, {self.comment: self.comment.seen})

    def deny(self, by: "User", answer: str) -> None:
        """Let the decision stand; `answer` says why."""
        if self._settle(by, False, answer):
            self.comment.uphold(by)

    def _settle(self, by: "User", granted: bool, answer: str) -> bool:
        db.session.refresh(self, with_for_update=True)
        if self.answered_at is not None:
            return False
        self.granted, self.answer = granted, answer
        self.answered_by, self.answered_at = by, clock.now()
        db.session.flush()
        audit.record("appeal.grant" if granted else "appeal.deny", by=by, on=self.comment)
        appeal_answered.send(self)
        return True

    @classmethod
    def _whole(cls) -> Select["Appeal"]:
        from board.models.comment.comment import Comment

        comment = joinedload(cls.comment)
        return select(cls).options(
            comment.joinedload(Comment.article),
            comment.joinedload(Comment.user),
            comment.joinedload(Comment.hold),
            comment.joinedload(Comment.removal),
        )
