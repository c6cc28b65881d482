"""What the newsroom does with a takedown request. Names and reasons stay out of the audit log."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from board import clock
from board.extensions import db
from board.models import audit
from board.models.receipt import new_receipt
from board.models.takedown import LONGEST_TAKEDOWN, REMOVED, RESTORED, Takedown
from board.models.takedown.refusal import Refusal

if TYPE_CHECKING:
    from board.models.takedown.objection import Objection
    from board.models.user import User

GONE = (
    "이미 지운 댓글이라 가릴 것이 없습니다. ‘이미 지웠거나 보이지 않는 댓글임’으로 거절해 주세요."
)
TOO_LONG = f"1일부터 {LONGEST_TAKEDOWN}일까지 가릴 수 있습니다."
NOTE = "권리침해 신고"


class Decided:
    """Each deed does nothing when the request is not in the state for it: twice is once."""

    def accept(self, by: "User", days: int = LONGEST_TAKEDOWN) -> None:
        """Hide the comment now, for so many days. ValueError with a Korean sentence if it is gone."""
        if not self._is_now("open"):
            return
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

    def decline(self, by: "User", ground: str, reason: str) -> None:
        """`ground` is a key of `TAKEDOWN_GROUNDS`, `reason` what the requester is told beside it."""
        if self._is_now("open"):
            self.refusal = Refusal(by=by, ground=ground, reason=reason)
            self._record("decline", by, ground=self.refusal.ground_name)

    def reopen(self, by: "User") -> None:
        """Forget a refusal."""
        if self._is_now("declined"):
            self.refusal = None
            self._record("reopen", by)

    def object(self, by, words: str, contact: str = "") -> "Objection | None":
        """The comment's writer disagrees; None when it is not hidden any more."""
        if not self._is_now("hidden"):
            return None
        if self.takedown.objection is None:
            self.takedown.object(words, contact)
            self._record("object", None if by.is_guest else by)
        return self.takedown.objection

    def keep(self, by: "User", words: str) -> None:
        """Answer the objection: the comment stays hidden until its day."""
        if self._is_now("hidden") and self.takedown.waits_for_answer:
            self.takedown.objection.reply(words, by)
            self._record("keep", by)

    def restore(self, by: "User", words: str = "") -> None:
        """Show the comment again, or settle that it has been shown again since its day."""
        if self._is_now("hidden", "lapsed"):
            self._end(RESTORED, words, by)

    def remove(self, by: "User", reason: str, words: str = "") -> None:
        """Take the comment away for good; `reason` is a key of `REASONS`."""
        if self._is_now("hidden", "lapsed"):
            if self.comment is not None:
                self.comment.remove(by=by, reason=reason, note=NOTE)
            self._end(REMOVED, words, by)

    def _end(self, outcome: str, words: str, by: "User") -> None:
        self.takedown.end(outcome, words, by)
        self._record("restore" if outcome == RESTORED else "remove", by)
        if outcome == RESTORED and self.comment is not None:
            audit.record("comment.put_back", by=by, on=self.comment)

    def _is_now(self, *states: str) -> bool:
        """Of two who decide at once, the second sees what the first has done."""
        kind = type(self)
        db.session.execute(
            select(kind.id).where(kind.id == self.id).with_for_update(key_share=True)
        )
        db.session.expire(self, ["takedown", "refusal"])
        return self.state in states

    def _record(self, deed: str, by: "User | None", **detail) -> None:
        db.session.flush()
        if self.comment is not None:
            db.session.expire(self.comment, ["lasting_takedown"])
        audit.record(self.deed(deed), by=by, on=self, **detail)
