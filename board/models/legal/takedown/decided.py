"""Decisions on a takedown request. Names and reasons stay out of the audit log."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from board import clock
from board.extensions import db
from board.models import audit
from board.models.legal.events import request_changed
from board.models.legal.receipt import new_receipt
from board.models.legal.takedown.deadlines import LONGEST_TAKEDOWN
from board.models.legal.takedown.objection import Objection
from board.models.legal.takedown.refusal import Refusal
from board.models.legal.takedown.takedown import NOTE, REMOVED, RESTORED, Takedown

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.comment.comment import Comment
    from board.models.user.user import User

GONE = (
    "이미 지운 댓글이라 가릴 것이 없습니다. ‘이미 지웠거나 보이지 않는 댓글임’으로 거절해 주세요."
)
TOO_LONG = f"1일부터 {LONGEST_TAKEDOWN}일까지 가릴 수 있습니다."


class Decided:
    """Mixin: each action returns whether it was done; in the wrong state, or a second time, it is
    not."""

    if TYPE_CHECKING:  # of the request
        id: Mapped[int]
        year: Mapped[int]
        number: Mapped[int]
        comment: Mapped[Comment | None]
        refusal: Mapped[Refusal | None]
        takedown: Mapped[Takedown | None]

        @property
        def state(self) -> str: ...
        @classmethod
        def deed(cls, name: str) -> str: ...

    def accept(self, by: "User", days: int = LONGEST_TAKEDOWN) -> bool:
        """Hide the comment for so many days. ValueError with a Korean sentence if it is gone."""
        if not self._is_now("open"):
            return False
        if not 1 <= days <= LONGEST_TAKEDOWN:
            raise ValueError(TOO_LONG)
        if self.comment is None or self.comment.is_removed:
            raise ValueError(GONE)
        since = clock.now()
        until = since + timedelta(days=days)
        number = new_receipt(self.year, self.number)
        self.takedown = Takedown(
            comment=self.comment, by=by, since=since, until=until, notice=number
        )
        self._record("accept", by, until=until.isoformat())
        detail = {"days": days, "until": until.isoformat()}
        audit.record("comment.take_down", by=by, on=self.comment, **detail)
        return True

    def decline(self, by: "User", ground: str, reason: str) -> bool:
        """Decline; `ground` is a key of `TAKEDOWN_GROUNDS`, `reason` the explanation to the
        requester."""
        if not self._is_now("open"):
            return False
        refusal = self.refusal = Refusal(by=by, ground=ground, reason=reason)
        return self._record("decline", by, ground=refusal.ground_name)

    @property
    def can_be_reopened(self) -> bool:
        """Whether it was declined, or ended with a removal that can still be undone."""
        if self.state != "removed":
            return self.state == "declined"
        removal = self.comment.removal if self.comment is not None else None
        return removal is not None and not removal.is_final

    def reopen(self, by: "User") -> bool:
        """Delete a refusal, or undo a removal: the comment is hidden until its deadline, or shown
        when that has passed, and the case must be decided anew."""
        if not self._is_now("declined", "removed") or not self.can_be_reopened:
            return False
        self.refusal = None
        if self.takedown is not None:
            self.takedown.resume()
            if self.comment is not None:
                self.comment.release_from(self.takedown, by)
        return self._record("reopen", by)

    def object(self, by, words: str, contact: str = "") -> bool:
        """Record the writer's objection; once, while the comment is hidden."""
        if not self._is_now("hidden") or self.takedown is None:
            return False
        if self.takedown.objection is not None:
            return False
        self.takedown.objection = Objection(words=words, contact=contact)
        return self._record("object", None if by.is_guest else by)

    def keep(self, by: "User", words: str) -> bool:
        """Answer the objection: the comment stays hidden until its deadline."""
        if not self._is_now("hidden") or self.takedown is None:
            return False
        objection = self.takedown.objection
        if objection is None or not self.takedown.waits_for_answer:
            return False
        objection.reply(words, by)
        return self._record("keep", by)

    def restore(self, by: "User", words: str = "") -> bool:
        """Show the comment again, or confirm that it is shown again since its deadline."""
        if not self._is_now("hidden", "lapsed") or self.takedown is None:
            return False
        self.takedown.end(RESTORED, words, by)
        if self.comment is not None:
            audit.record("comment.put_back", by=by, on=self.comment)
        return self._record("restore", by)

    def remove(self, by: "User", reason: str, words: str = "") -> bool:
        """Remove the comment for good; `reason` is a key of `REASONS`."""
        if not self._is_now("hidden", "lapsed") or self.takedown is None:
            return False
        if self.comment is not None and not self.comment.enter_case(self.takedown):
            _remove(self.comment, self.takedown, by, reason)
        self.takedown.end(REMOVED, words, by)
        return self._record("remove", by)

    def _is_now(self, *states: str) -> bool:
        """Lock the case and check its state: of two who decide at once, the second sees the first's
        decision."""
        kind = type(self)
        db.session.execute(
            select(kind.id).where(kind.id == self.id).with_for_update(key_share=True)
        )
        db.session.expire(self, ["takedown", "refusal"])
        return self.state in states

    def _record(self, deed: str, by: "User | None", **detail) -> bool:
        db.session.flush()
        if self.comment is not None:
            db.session.expire(self.comment, ["lasting_takedown", "was_put_back", "takedowns"])
        audit.record(self.deed(deed), by=by, on=self, **detail)
        request_changed.send(self, deed=deed)
        return True


def _remove(comment: "Comment", takedown: Takedown, by: "User", reason: str) -> None:
    from board.models.moderation.ruling.ruling import Ruling
    from board.models.moderation.ruling.verdict import REMOVE

    seen = {comment: comment.seen}
    Ruling.make(by, REMOVE, seen, reason=reason, note=NOTE, takedown=takedown)
