"""Reversal of a ruling, as a whole or for one comment."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models import audit
from board.models.comment.hold import Hold
from board.models.comment.removal import UNDO_FOR, Removal
from board.models.moderation.ruling.affected import counting, locked
from board.models.moderation.ruling.verdict import DEEDS, HOLD, REJECTING
from board.models.user.authority import Authority

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.comment.judgement import Judgement
    from board.models.moderation.block import Block
    from board.models.user.user import User

RAW = {"execution_options": {"synchronize_session": False}}


class Undoable(Authority):
    """Mixin: reversal."""

    if TYPE_CHECKING:  # of the ruling
        id: Mapped[int]
        verdict: Mapped[str]
        created_at: Mapped[datetime]
        judgements: Mapped[list[Judgement]]
        blocks: Mapped[list[Block]]

    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    @declared_attr
    def undone_by(cls) -> Mapped["User | None"]:
        return relationship(foreign_keys="Ruling.undone_by_id")

    @property
    def is_undoable(self) -> bool:
        return self.undone_at is None and clock.now() - self.created_at < UNDO_FOR

    def undo(self, by: "User", only: "Comment | None" = None) -> "list[Comment]":
        """Restore the state before the ruling, of all comments or of one; a second time changes
        nothing.

        Returns the restored comments: not those judged again since, nor those whose text is erased,
        nor those an admin or a takedown case has decided on since. `OutrankedError` when `by` is no
        admin and the ruling is an admin's, or when nothing else is left.
        """
        by.insist_on(self)
        wanted = [
            each.comment_id
            for each in self.judgements
            if only is None or each.comment_id == only.id
        ]
        standing = [each for each in locked(wanted) if self._stands_last(each) and each.body]
        comments = [each for each in standing if by.can_overrule(self.done_to(each))]
        if not comments:
            by.insist_on(*(self.done_to(each) for each in standing))
        with counting(comments):
            self._take_back(comments, by)
        is_undone = all(each.undone_at for each in self.judgements)
        if self.blocks and (is_undone or only is None):
            audit.record("block.lift", by=by, count=len(self.blocks))
            self.blocks = []
        if is_undone:
            self.undone_at, self.undone_by = clock.now(), by
        db.session.flush()
        return comments

    def done_to(self, comment: "Comment") -> "Removal | Hold | None":
        """What the ruling did to a comment and is still in force; None for keeping it."""
        if self.verdict in REJECTING:
            return comment.removal
        return comment.hold if self.verdict == HOLD else None

    def _stands_last(self, comment: "Comment") -> bool:
        last = comment.last_judgement
        return last is not None and last.ruling_id == self.id

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
            judged[comment.id].undone_by_role = by.role
            for report in comment.reports:
                if report.ruling is self:
                    report.ruling = None
            audit.record(DEEDS[self.verdict][1], by=by, on=comment, ruling=self.id)
