"""Ruling: one decision of a moderator on one or many comments, which can be undone as a whole."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.comment.comment import Comment
from board.models.comment.hold import MODERATOR, Hold
from board.models.comment.judgement import Judgement
from board.models.comment.reasons import REASONS
from board.models.comment.removal import Removal
from board.models.moderation.block import Block
from board.models.moderation.ruling.affected import counting, locked
from board.models.moderation.ruling.events import ruling_made
from board.models.moderation.ruling.undoable import Undoable
from board.models.moderation.ruling.verdict import DEEDS, DONE, HOLD, REJECTING, VERDICTS
from board.models.user.authority import OutrankedError

if TYPE_CHECKING:
    from board.models.legal.takedown.takedown import Takedown
    from board.models.user.user import User

FRESH = timedelta(minutes=10)  # so long the last deed stands beside the queue, to be undone


class ChangedError(ValueError):
    """Edit conflict: nothing was done, because every comment changed since the moderator saw it."""


class Ruling(Undoable, Model):
    """A ruling: `by` judged `judgements` with `verdict`. Everything it placed or ended (holds,
    removals, reports) refers back to it, so that it can be undone."""

    __tablename__ = "rulings"
    __table_args__ = (Index("ix_rulings_created_at", "created_at"),)
    # The comments somebody edited or judged since they were seen, or that an admin decided on:
    # nothing was done to them.
    passed_over: "list[Comment]" = []

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    verdict: Mapped[str]
    reason: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship(foreign_keys=[by_id])
    judgements: Mapped[list[Judgement]] = relationship(
        back_populates="ruling", cascade="all, delete-orphan", passive_deletes=True
    )
    blocks: Mapped[list[Block]] = relationship(
        back_populates="ruling", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def make(
        cls,
        by: "User",
        verdict: str,
        seen: "Mapping[Comment, str]",
        reason: str | None = None,
        note: str = "",
        takedown: "Takedown | None" = None,
    ) -> "Ruling":
        """Judge the comments: `seen` maps each to the `seen` mark its reader had. Comments that
        changed since, and those `by` may not judge, are `passed_over`; when none is left,
        `ChangedError`, or `OutrankedError` when all are unchanged but decided by an admin or a
        takedown case. Deletion needs a reason of `REASONS`; `takedown` is the case that ends with
        it. Sends `ruling_made`.
        """
        if verdict not in VERDICTS:
            raise ValueError("할 일을 골라 주세요.")
        if verdict in REJECTING and reason not in REASONS:
            raise ValueError("삭제 사유를 골라 주세요.")
        comments = locked(comment.id for comment in seen)
        fit = [each for each in comments if _may_judge(by, each) and each.seen == seen[each]]
        if not fit:
            _refuse(by, comments, seen)
            raise ChangedError("그사이 바뀐 댓글입니다. 지금 모습을 보고 다시 정해 주세요.")
        ruling = cls(by=by, verdict=verdict, note=note)
        ruling.reason = reason if verdict in REJECTING else None
        ruling.judgements = [Judgement(comment=each, revision=each.revision) for each in fit]
        ruling.passed_over = [each for each in seen if each not in fit]
        db.session.add(ruling)
        db.session.flush()
        with counting(fit):
            was_shown = {each: ruling._end_hold(each) for each in fit}
            db.session.flush()  # a comment has one hold in force at most
            for comment in fit:
                ruling._apply(comment, was_shown[comment], takedown)
        ruling_made.send(ruling)
        return ruling

    @property
    def verdict_name(self) -> str:
        return VERDICTS[self.verdict]

    @property
    def sentence(self) -> str:
        """The result as a sentence for the moderator."""
        many = f"댓글 {len(self.judgements):,}개를 " if len(self.judgements) > 1 else ""
        return f"{many}{DONE[self.verdict]}."

    @property
    def reason_name(self) -> str:
        return REASONS[self.reason] if self.reason else ""

    @property
    def comments(self) -> "list[Comment]":
        return [each.comment for each in self.judgements]

    @classmethod
    def newest(cls) -> Select["Ruling"]:
        """Rulings with their comments, newest first."""
        comment = selectinload(cls.judgements).joinedload(Judgement.comment)
        return (
            select(cls)
            .options(
                joinedload(cls.by),
                joinedload(cls.undone_by),
                comment.joinedload(Comment.user),
                comment.joinedload(Comment.article),
                comment.joinedload(Comment.removal),
                comment.joinedload(Comment.hold),
            )
            .order_by(cls.id.desc())
        )

    @classmethod
    def last_of(cls, moderator: "User") -> Select["Ruling"]:
        """The moderator's latest ruling, if it is recent and not undone."""
        lately = cls.created_at > clock.now() - FRESH
        mine = cls.newest().where(cls.by_id == moderator.id, cls.undone_at.is_(None), lately)
        return mine.order_by(None).order_by(cls.created_at.desc(), cls.id.desc()).limit(1)

    @classmethod
    def twin(cls, by: "User", verdict: str, seen: "Mapping[Comment, str]") -> "Ruling | None":
        """The same ruling by `by`, if the form was sent before; else None."""
        lasts = [(each, each.last_judgement) for each in seen]
        rulings = {
            last.ruling if last and last.revision == each.revision else None for each, last in lasts
        }
        ruling = rulings.pop() if len(rulings) == 1 else None
        if ruling is None or (ruling.by_id, ruling.verdict) != (by.id, verdict):
            return None
        return ruling if clock.now() - ruling.created_at < FRESH else None

    def _end_hold(self, comment: "Comment") -> bool:
        """End the hold; returns whether readers had seen the comment before it."""
        hold = comment.hold
        if hold is None:
            return comment.counts
        hold.ended_at, hold.ended_by = clock.now(), self
        return hold.was_shown

    def _apply(self, comment: "Comment", was_shown: bool, takedown: "Takedown | None") -> None:
        if self.verdict in REJECTING:
            comment.removal = Removal(by=self.by, reason=self.reason, note=self.note, ruling=self)
            comment.removal.takedown_id = takedown and takedown.id
        elif self.verdict == HOLD:
            hold = Hold(comment=comment, source=MODERATOR, was_shown=was_shown, placed_by=self)
            hold.by_role = self.by_role
            db.session.add(hold)
        for report in comment.reports:
            if report.ruling is None:
                report.ruling = self
        detail = {"reason": self.reason, "note": self.note, "ruling": self.id}
        audit.record(DEEDS[self.verdict][0], by=self.by, on=comment, **detail)


def _may_judge(by: "User", comment: "Comment") -> bool:
    return by.can_judge(comment) and not comment.is_removed


def _refuse(by: "User", comments: "list[Comment]", seen: "Mapping[Comment, str]") -> None:
    """Raise `OutrankedError` when all comments are as `by` saw them, and `by` may judge none."""
    refusals = [
        by.refusal_of(each.decision) if each.seen == seen[each] else "" for each in comments
    ]
    if refusals and all(refusals):
        raise OutrankedError(refusals[0])
