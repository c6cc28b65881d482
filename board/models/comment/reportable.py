"""Reports of a comment: who may report it, and when it is held."""

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased, joinedload

from board.extensions import db
from board.models.comment.hold import REPORTS
from board.models.comment.judgement import KEEP
from board.models.comment.report import REPORT_REASONS, STRANGER_WEIGHT, Report
from board.models.user.roles import ADMIN
from board.text.personal import masked

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.comment.hold import Hold
    from board.models.comment.judgement import Judgement
    from board.models.comment.removal import Removal
    from board.models.legal.takedown.takedown import Case
    from board.models.user.permitted import Permitted
    from board.models.user.user import User

# A comment is hidden until a moderator has looked when so many people reported these very words,
# and their words together weigh so much: three members, or twelve strangers.
PEOPLE_TO_HOLD = 3
WEIGHT_TO_HOLD = 3.0
STRANGERS_TO_HOLD = ceil(WEIGHT_TO_HOLD / STRANGER_WEIGHT)


class Reportable:
    """Mixin: reports."""

    if TYPE_CHECKING:  # of the comment
        id: Mapped[int]
        user_id: Mapped[int | None]
        guest_key: Mapped[str | None]
        parent_id: Mapped[int | None]
        body: Mapped[str]
        revision: Mapped[int]
        user: Mapped[User | None]
        removal: Mapped[Removal | None]
        reports: Mapped[list[Report]]
        article: Mapped[Article]
        hold: Mapped[Hold | None]

        @property
        def decision(self) -> Removal | Hold | Judgement | Case | None: ...
        @classmethod
        def readable_by(cls, viewer: "Permitted | None") -> Select[Comment]: ...
        @property
        def last_judgement(self) -> Judgement | None: ...
        def hold_back(self, source: str, flags: list[dict], was_shown: bool = False) -> None: ...
        def _take_turns(self) -> None: ...

    def report(
        self, by: "Permitted", reason: str, note: str = "", address: str | None = None
    ) -> Report:
        """Report the current text; a second time gives the first report.

        `address` is the hash of the reporter's client address. Enough reports hold the comment.
        """
        if reason not in REPORT_REASONS:
            raise ValueError("신고 사유를 골라 주세요.")
        self._take_turns()
        db.session.expire(self, ["body", "revision", "reports"])
        if (first := self.report_by(by)) is not None:
            return first
        what = {"reason": reason, "note": masked(note), "body": self.body}
        who = {"reporter": by.key, "address_hash": address, "weight": Report.weight_of(by)}
        report = Report(comment=self, revision=self.revision, **what, **who)
        db.session.add(report)
        db.session.flush()
        self._hold_when_enough()
        return report

    @classmethod
    def reported_by(cls, viewer: "Permitted") -> Select[Report]:
        """This person's reports of comments that can still be read, newest first."""
        about = joinedload(Report.comment, innerjoin=True)
        absences = (about.joinedload(cls.hold), about.joinedload(cls.removal))
        parts = (about.joinedload(cls.article, innerjoin=True), *absences)
        readable = cls.readable_by(viewer).where(cls.id == Report.comment_id)
        mine = Report.by(viewer).where(readable.with_only_columns(cls.id).exists())
        return mine.options(*parts).order_by(Report.id.desc())

    @property
    def open_reports(self) -> list[Report]:
        """Reports that no ruling has closed."""
        return [each for each in self.reports if each.ruling_id is None]

    def report_by(self, viewer: "Permitted") -> Report | None:
        if viewer.key is None:
            return None
        return db.session.scalar(Report.by(viewer).where(Report.comment_id == self.id))

    def is_answered_by(self, viewer: "Permitted") -> bool:
        """Whether this viewer has replied to it: opponents in a discussion may not report each
        other."""
        if viewer.key is None:
            return False
        answer = aliased(type(self))
        # As expressions, so that the answers are found by their parent: a writer may have thousands.
        is_member = viewer.id is not None
        wrote = (
            answer.user_id + 0 == viewer.id if is_member else answer.guest_key + "" == viewer.key
        )
        own = exists().where(answer.parent_id == self.id, wrote, ~answer.removal.has())
        return bool(db.session.scalar(select(own)))

    def _hold_when_enough(self) -> None:
        standing = [each for each in self.open_reports if each.revision == self.revision]
        weights: dict[str, float] = {}
        for each in standing:
            weights[each.person] = max(weights.get(each.person, 0), each.weight)
        if len(weights) < PEOPLE_TO_HOLD or sum(weights.values()) < WEIGHT_TO_HOLD:
            return
        if self.was_kept or (self.user is not None and self.user.is_staff):
            return
        reasons = Counter(each.reason_name for each in standing)
        what = [f"{name} {count}" for name, count in reasons.most_common()]
        self.hold_back(REPORTS, [{"phase": "reports", "why": "신고", "what": what}], was_shown=True)

    @property
    def was_kept(self) -> bool:
        """Whether a moderator has kept this very text, or an admin has decided on it for good."""
        if self.decision is not None and self.decision.by_role == ADMIN:
            return True
        last = self.last_judgement
        return last is not None and last.revision == self.revision and last.ruling.verdict == KEEP
