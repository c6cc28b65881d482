"""Correction request (정정·반론·추후보도 청구) under the Press Arbitration Act."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, case, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from board import clock
from board.extensions import db
from board.models import audit
from board.models.legal.correction.correction import CORRECTION_KINDS, Correction
from board.models.legal.correction.deadlines import Due
from board.models.legal.correction.decision import Decision
from board.models.legal.events import request_changed
from board.models.legal.receipted import Receipted

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.user.user import User

STATES = {"open": "답할 것", "accepted": "실을 것", "published": "실음", "declined": "거절함"}


class CorrectionRequest(Receipted, Due):
    """A request for a correction. `wrong` is the disputed statement, `wanted` the requested text.
    The deadlines are computed once, when it is received."""

    PERSONAL = ("name", "contact", "relation", "wrong", "wanted")

    __tablename__ = "correction_requests"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_correction_requests_answer_by", "answer_by"),
        Index("ix_correction_requests_article_id", "article_id"),
    )

    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    kind: Mapped[str]
    relation: Mapped[str]
    wrong: Mapped[str]
    wanted: Mapped[str]
    published_on: Mapped[date]
    known_on: Mapped[date]
    answer_by: Mapped[date]
    publish_by: Mapped[date]
    article: Mapped["Article | None"] = relationship()
    decision: Mapped[Decision | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    corrections: Mapped[list[Correction]] = relationship(
        back_populates="request", order_by=Correction.id
    )

    @classmethod
    def to_do(cls) -> Select["CorrectionRequest"]:
        """Requests that wait for an answer or for their correction, by deadline."""
        due = case((cls.decision.has(), cls.publish_by), else_=cls.answer_by)
        waiting = ~cls._is_published() & ~cls.decision.has(Decision.ground != "")
        return select(cls).where(waiting).options(*cls.whole()).order_by(due, cls.id)

    @classmethod
    def done(cls) -> Select["CorrectionRequest"]:
        finished = cls._is_published() | cls.decision.has(Decision.ground != "")
        return select(cls).where(finished).options(*cls.whole()).order_by(cls.id.desc())

    @classmethod
    def whole(cls) -> tuple[LoaderOption, ...]:
        return (
            joinedload(cls.article),
            joinedload(cls.decision).joinedload(Decision.by),
            selectinload(cls.corrections),
        )

    @property
    def kind_name(self) -> str:
        return CORRECTION_KINDS[self.kind]

    @property
    def title(self) -> str:
        """The article's title, for mails and the newsroom."""
        return self.article.title if self.article else "지운 글"

    @property
    def correction(self) -> Correction | None:
        """The correction that answers it and was not retracted, or None."""
        return next((each for each in reversed(self.corrections) if each.stands), None)

    @property
    def state(self) -> str:
        if self.correction is not None:
            return "published"
        if self.decision is None:
            return "open"
        return "accepted" if self.decision.accepts else "declined"

    @property
    def state_name(self) -> str:
        return STATES[self.state]

    @property
    def can_be_published(self) -> bool:
        """Whether it was accepted and readers can see the article."""
        return self.state == "accepted" and self.article is not None and self.article.is_published

    def concern(self, article: "Article") -> None:
        """Set the article, and the deadlines that depend on its publication."""
        if article.published_at is None:
            raise ValueError("nobody can object to what was never published")
        self.article = article
        self.published_on = clock.local(article.published_at).date()
        self.reckon()

    def accept(self, by: "User") -> None:
        """Accept it; a second time changes nothing. A declined request must be reopened first."""
        self._decide(by, "accept")

    def decline(self, by: "User", ground: str, reason: str) -> None:
        """Decline it; `ground` is a key of `GROUNDS`, `reason` the explanation to the requester."""
        self._decide(by, "decline", ground=ground, reason=reason)

    def reopen(self, by: "User") -> None:
        """Delete the decision, as long as nothing was published for it."""
        if self.decision is not None and self.correction is None:
            self.decision = None
            audit.record(self.deed("reopen"), by=by, on=self)
            request_changed.send(self, deed="reopen")

    def _decide(self, by: "User", deed: str, ground: str = "", reason: str = "") -> None:
        if self.decision is not None:
            return
        self.decision = Decision(by=by, ground=ground, reason=reason)
        db.session.flush()
        audit.record(
            self.deed(deed), by=by, on=self, ground=self.decision.ground_name, reason=reason
        )
        request_changed.send(self, deed=deed)

    @classmethod
    def _is_published(cls):
        return cls.corrections.any(~Correction.retraction.has())
