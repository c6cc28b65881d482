"""Report: a reader's complaint about a comment, what the reader saw, and the outcome."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import (
    Double,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    cast,
    func,
    select,
)
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models.comment.judgement import HOLD, KEEP, REMOVE, SPAM
from board.models.user.user import User

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.moderation.ruling.ruling import Ruling
    from board.models.user.permitted import Permitted

REPORT_REASONS = {
    "abuse": "욕설·비방",
    "ad": "광고",
    "privacy": "개인정보",
    "false": "허위",
    "flood": "도배",
    "other": "기타",
}
LONGEST_REPORT = 300
# Accounts cost nothing: a member weighs no more than a guest until the account is so old.
KNOWN_AFTER = timedelta(days=30)
# What a reporter's word weighs before anything is known of them, and between which two it stays
# however often moderators have agreed with them or not.
STRANGER_WEIGHT, MEMBER_WEIGHT = 0.25, 1.0
LEAST_WEIGHT, MOST_WEIGHT = 0.2, 2.0


class Report(Model):
    """A report, one per person (`reporter`, a voter's key) and comment. `body` and `revision`
    are the reported text, `weight` the reporter's weight at that time. Open until a ruling
    closes it, and closed as long as the writer has taken the comment back."""

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("comment_id", "reporter"),
        Index("ix_reports_reporter", "reporter"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    reporter: Mapped[str]
    address_hash: Mapped[str | None]
    reason: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    revision: Mapped[int]
    body: Mapped[str]
    weight: Mapped[float] = mapped_column(Double)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    ruling_id: Mapped[int | None] = mapped_column(
        ForeignKey("rulings.id", ondelete="SET NULL"), index=True
    )
    comment: Mapped["Comment"] = relationship(back_populates="reports")
    ruling: Mapped["Ruling | None"] = relationship()

    @classmethod
    def by(cls, reporter: "Permitted") -> Select["Report"]:
        """Reports by this person, each with its outcome."""
        return select(cls).where(cls.reporter == reporter.key).options(joinedload(cls.ruling))

    @classmethod
    def answered_by(cls, ruling: "Ruling") -> "Select[User, Report]":
        """(member, report) of members' reports that a ruling has closed."""
        member = cls.reporter == "u:" + cast(User.id, String)
        about = joinedload(cls.comment, innerjoin=True)
        mine = select(User, cls).join(cls, member).where(cls.ruling_id == ruling.id)
        return mine.options(about).order_by(User.id, cls.id)

    @classmethod
    def weight_of(cls, reporter: "Permitted") -> float:
        """The weight of this person's next report: the usual one of a known member or a stranger,
        more when moderators agreed with earlier reports, less when they did not; within
        `LEAST_WEIGHT` and `MOST_WEIGHT`."""
        judged = select(func.count(), func.count().filter(cls.ruling.has(verdict=KEEP))).where(
            cls.reporter == reporter.key, cls.ruling_id.is_not(None)
        )
        all_of_them, dismissed = db.session.execute(judged).one()
        trust = 2 * (all_of_them - dismissed + 1) / (all_of_them + 2)
        usual = MEMBER_WEIGHT if cls._knows(reporter) else STRANGER_WEIGHT
        return min(max(usual * trust, LEAST_WEIGHT), MOST_WEIGHT)

    @property
    def person(self) -> str:
        """The key by which people are counted: all accounts and guests of one address are one,
        since another account or cookie is easily made. Where the address is not known, or erased, a
        member is one and all guests are."""
        if self.address_hash is not None:
            return f"a:{self.address_hash}"
        return self.reporter if self.is_by_member else "g:"

    @property
    def is_by_member(self) -> bool:
        return self.reporter.startswith("u:")

    @property
    def reason_name(self) -> str:
        return REPORT_REASONS[self.reason]

    @property
    def outcome(self) -> str:
        """The outcome in a few words, for the reporter."""
        if self.ruling is None:
            removal = self.comment.removal
            taken_back = removal is not None and removal.by_author
            return "쓴 사람이 지웠습니다" if taken_back else "하루 안에 확인합니다"
        verdict = self.ruling.verdict
        if verdict == HOLD and self.comment.counts:  # and was let go again since
            verdict = KEEP
        return OUTCOMES[verdict]

    @staticmethod
    def _knows(reporter: "Permitted") -> bool:
        """Whether it is a member since `KNOWN_AFTER` or longer."""
        return not reporter.is_guest and clock.now() - reporter.created_at >= KNOWN_AFTER


OUTCOMES = {
    KEEP: "확인하고 그대로 두었습니다",
    HOLD: "확인하고 가렸습니다",
    REMOVE: "확인하고 지웠습니다",
    SPAM: "확인하고 지웠습니다",
}
