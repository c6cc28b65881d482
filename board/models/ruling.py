"""A moderator's ruling: one deed upon one or many comments, and its undoing as one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, delete, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models import audit
from board.models.block import Block
from board.models.hold import MODERATOR, Hold
from board.models.judgement import Judgement
from board.models.removal import REASONS, UNDO_FOR, Removal

if TYPE_CHECKING:
    from board.models.comment import Comment
    from board.models.user import User

KEEP, HOLD, REMOVE, SPAM = "keep", "hold", "remove", "spam"
VERDICTS = {KEEP: "그대로 둠", HOLD: "가림", REMOVE: "지움", SPAM: "스팸 처리"}
DONE = {
    KEEP: "보이게 두었습니다",
    HOLD: "가렸습니다",
    REMOVE: "지웠습니다",
    SPAM: "스팸으로 지웠습니다",
}
REJECTING = (REMOVE, SPAM)
FRESH = timedelta(minutes=10)  # so long the last deed stands beside the queue, to be undone
RAW = {"execution_options": {"synchronize_session": False}}
# What the audit log says of a verdict, and of its undoing.
DEEDS = {
    KEEP: ("comment.keep", "comment.reopen"),
    HOLD: ("comment.hold", "comment.release"),
    REMOVE: ("comment.remove", "comment.restore"),
    SPAM: ("comment.remove", "comment.restore"),
}


class ChangedError(ValueError):
    """Nothing was done: every comment was edited or judged since the moderator saw it."""


class Ruling(db.Model):
    """`by` judged `judgements` with `verdict`. What the ruling placed or ended points back at it
    (holds, removals, reports), so undoing it is taking those pointers away again."""

    __tablename__ = "rulings"
    __table_args__ = (Index("ix_rulings_created_at", "created_at"),)
    # The comments somebody edited or judged since they were seen: nothing was done to them.
    passed_over: "list[Comment]" = []

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    verdict: Mapped[str]
    reason: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    by: Mapped["User | None"] = relationship(foreign_keys=[by_id])
    undone_by: Mapped["User | None"] = relationship(foreign_keys=[undone_by_id])
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
    ) -> "Ruling":
        """Judge the comments as they were seen: `seen` maps each to the `comment.seen` its reader
        had before them. Those that changed since, and those `by` may not judge, are `passed_over`;
        `ChangedError` when none is left. Deleting wants a reason of `REASONS`."""
        if verdict not in VERDICTS:
            raise ValueError("할 일을 골라 주세요.")
        if verdict in REJECTING and reason not in REASONS:
            raise ValueError("지우는 까닭을 골라 주세요.")
        comments = _locked(comment.id for comment in seen)
        fit = [each for each in comments if _may_judge(by, each) and each.seen == seen[each]]
        if not fit:
            raise ChangedError("그사이 바뀐 댓글입니다. 지금 모습을 보고 다시 정해 주세요.")
        ruling = cls(by=by, verdict=verdict, note=note)
        ruling.reason = reason if verdict in REJECTING else None
        ruling.judgements = [Judgement(comment=each, revision=each.revision) for each in fit]
        ruling.passed_over = [each for each in seen if each not in fit]
        db.session.add(ruling)
        db.session.flush()
        with _counting(fit):
            was_shown = {each: ruling._end_hold(each) for each in fit}
            db.session.flush()  # a comment has one hold in force at most
            for comment in fit:
                ruling._apply(comment, was_shown[comment])
        return ruling

    @property
    def is_undoable(self) -> bool:
        return self.undone_at is None and clock.now() - self.created_at < UNDO_FOR

    @property
    def verdict_name(self) -> str:
        return VERDICTS[self.verdict]

    @property
    def sentence(self) -> str:
        """What the moderator is told."""
        many = f"댓글 {len(self.judgements):,}개를 " if len(self.judgements) > 1 else ""
        return f"{many}{DONE[self.verdict]}."

    @property
    def reason_name(self) -> str:
        return REASONS[self.reason] if self.reason else ""

    @property
    def comments(self) -> "list[Comment]":
        return [each.comment for each in self.judgements]

    @classmethod
    def newest(cls) -> Select[tuple["Ruling"]]:
        """With their comments, the newest first."""
        from board.models.comment import Comment

        comment = selectinload(cls.judgements).joinedload(Judgement.comment)
        return (
            select(cls)
            .options(
                joinedload(cls.by),
                joinedload(cls.undone_by),
                comment.joinedload(Comment.user),
                comment.joinedload(Comment.article),
            )
            .order_by(cls.id.desc())
        )

    @classmethod
    def last_of(cls, moderator: "User") -> Select[tuple["Ruling"]]:
        """What the moderator decided last, while it is fresh in mind and not undone."""
        lately = cls.created_at > clock.now() - FRESH
        mine = cls.newest().where(cls.by_id == moderator.id, cls.undone_at.is_(None), lately)
        return mine.limit(1)

    @classmethod
    def twin(cls, by: "User", verdict: str, seen: "Mapping[Comment, str]") -> "Ruling | None":
        """The same deed, which `by` has already done: the form was sent twice."""
        lasts = [(each, each.last_judgement) for each in seen]
        rulings = {
            last.ruling if last and last.revision == each.revision else None for each, last in lasts
        }
        ruling = rulings.pop() if len(rulings) == 1 else None
        if ruling is None or (ruling.by_id, ruling.verdict) != (by.id, verdict):
            return None
        return ruling if clock.now() - ruling.created_at < FRESH else None

    def undo(self, by: "User", only: "Comment | None" = None) -> "list[Comment]":
        """Put everything back as it was before, or one comment of it; twice changes nothing.

        Answers with the comments put back: not those somebody has judged again since, nor those
        whose words are gone.
        """
        wanted = [
            each.comment_id
            for each in self.judgements
            if only is None or each.comment_id == only.id
        ]
        comments = [each for each in _locked(wanted) if self._stands_last(each) and each.body]
        with _counting(comments):
            self._take_back(comments, by)
        is_undone = all(each.undone_at for each in self.judgements)
        if is_undone or only is None:
            self.blocks = []
        if is_undone:
            self.undone_at, self.undone_by = clock.now(), by
        db.session.flush()
        return comments

    def _end_hold(self, comment: "Comment") -> bool:
        """Whether readers had seen the comment before it was hidden."""
        hold = comment.hold
        if hold is None:
            return comment.counts
        hold.ended_at, hold.ended_by = clock.now(), self
        return hold.was_shown

    def _apply(self, comment: "Comment", was_shown: bool) -> None:
        if self.verdict in REJECTING:
            comment.removal = Removal(by=self.by, reason=self.reason, note=self.note, ruling=self)
        elif self.verdict == HOLD:
            db.session.add(
                Hold(comment=comment, source=MODERATOR, was_shown=was_shown, placed_by=self)
            )
        for report in comment.reports:
            if report.ruling is None:
                report.ruling = self
        detail = {"reason": self.reason, "note": self.note, "ruling": self.id}
        audit.record(DEEDS[self.verdict][0], by=self.by, on=comment, **detail)

    def _take_back(self, comments: "list[Comment]", by: "User") -> None:
        ids = [each.id for each in comments]
        for kind, link in ((Removal, Removal.ruling_id), (Hold, Hold.placed_by_id)):
            db.session.execute(delete(kind).where(link == self.id, kind.comment_id.in_(ids)), **RAW)
        held_again = select(Hold.comment_id).where(Hold.ended_at.is_(None))
        ended = update(Hold).where(
            Hold.ended_by_id == self.id,
            Hold.comment_id.in_(ids),
            Hold.comment_id.not_in(held_again),
        )
        db.session.execute(ended.values(ended_at=None, ended_by_id=None), **RAW)
        judged = {each.comment_id: each for each in self.judgements}
        for comment in comments:
            judged[comment.id].undone_at = clock.now()
            for report in comment.reports:
                if report.ruling is self:
                    report.ruling = None
            audit.record(DEEDS[self.verdict][1], by=by, on=comment, ruling=self.id)

    def _stands_last(self, comment: "Comment") -> bool:
        last = comment.last_judgement
        return last is not None and last.ruling_id == self.id


def _may_judge(by: "User", comment: "Comment") -> bool:
    return by.can_moderate(comment) and not comment.is_removed


def _locked(ids: Iterable[int]) -> "list[Comment]":
    """The comments as they are now, which nobody changes before this transaction ends."""
    from board.models.comment import Comment
    from board.models.report import Report

    wanted = select(Comment).where(Comment.id.in_(list(ids))).order_by(Comment.id)
    locked = wanted.options(
        *Comment.whole(),
        joinedload(Comment.article),
        selectinload(Comment.judgements),
        selectinload(Comment.reports).joinedload(Report.ruling),
    ).with_for_update(key_share=True, of=Comment)
    return list(db.session.scalars(locked.execution_options(populate_existing=True)).unique())


@contextmanager
def _counting(comments: "list[Comment]") -> Iterator[None]:
    """Within it comments appear and disappear; afterwards their articles' counters say so."""
    counted = {each for each in comments if each.counts}
    yield
    db.session.flush()
    changes: Counter = Counter()
    for comment in comments:
        db.session.expire(comment, ["hold", "removal", "judgements"])
    for comment in _locked(each.id for each in comments):
        changes[comment.article] += comment.counts - (comment in counted)
    for article in sorted(changes, key=lambda each: each.id):
        if changes[article]:
            article.raise_comments(changes[article])
