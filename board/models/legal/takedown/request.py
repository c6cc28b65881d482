"""Takedown request: somebody asks that a comment be hidden because it harms them."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, Text, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.orm.interfaces import LoaderOption

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models.legal.receipted import Receipted
from board.models.legal.takedown.deadlines import SOON, Timed
from board.models.legal.takedown.decided import Decided
from board.models.legal.takedown.objection import Objection
from board.models.legal.takedown.refusal import Refusal
from board.models.legal.takedown.takedown import Takedown

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment

RIGHTS = {
    "defamation": "명예훼손",
    "privacy": "사생활 침해",
    "personal": "개인정보 노출",
    "portrait": "초상권 침해",
    "copyright": "저작권 침해",
    "other": "그 밖의 권리 침해",
}
ASKERS = {"self": "본인", "agent": "대리인"}


class TakedownRequest(Receipted, Timed, Decided):
    """A takedown request. `party` is whose right it is when an agent asks, `wrong` the harmful
    passage, `explanation` the reason (소명). `body`, `author_name` and `written_at` keep the comment
    as it was."""

    PERSONAL = ("name", "contact", "party", "wrong", "explanation", "body", "author_name")
    keeps_letters = True

    __tablename__ = "takedown_requests"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_takedown_requests_answer_by", "answer_by"),
        Index("ix_takedown_requests_comment_id", "comment_id"),
        Index("ix_takedown_requests_article_id", "article_id"),
    )

    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id", ondelete="SET NULL"))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    asker: Mapped[str]
    party: Mapped[str] = mapped_column(default="")
    right: Mapped[str]
    wrong: Mapped[str] = mapped_column(Text)
    explanation: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    author_name: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)
    answer_by: Mapped[datetime] = mapped_column(UTCDateTime)
    comment: Mapped["Comment | None"] = relationship()
    article: Mapped["Article | None"] = relationship()
    refusal: Mapped[Refusal | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    takedown: Mapped[Takedown | None] = relationship(
        back_populates="request", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def to_do(cls) -> Select["TakedownRequest"]:
        """Open requests and current takedowns, by the next deadline; overdue ones first."""
        due = func.coalesce(Takedown.until, cls.answer_by)
        unsettled = select(cls).outerjoin(cls.takedown).where(~cls._is_done())
        return unsettled.options(*cls.whole()).order_by(due, cls.id)

    @classmethod
    def waiting(cls) -> Select["TakedownRequest"]:
        """Requests on which somebody must decide now or soon, as `is_waiting` says."""
        soon = Takedown.until < clock.now() + SOON
        objected = Takedown.objection.has(Objection.answered_at.is_(None))
        return cls.to_do().where(Takedown.id.is_(None) | soon | objected)

    @classmethod
    def done(cls) -> Select["TakedownRequest"]:
        return select(cls).where(cls._is_done()).options(*cls.whole()).order_by(cls.id.desc())

    @classmethod
    def in_ledger(cls) -> Select["TakedownRequest"]:
        return select(cls).options(*cls.whole()).order_by(cls.id.desc())

    @classmethod
    def whole(cls) -> tuple[LoaderOption, ...]:
        return (
            joinedload(cls.article),
            joinedload(cls.comment),
            joinedload(cls.refusal),
            joinedload(cls.takedown).joinedload(Takedown.objection),
        )

    @classmethod
    def erase_old(cls) -> int:
        forgotten = super().erase_old()
        erased = select(cls.id).where(cls.erased_at.is_not(None))
        ended = select(Takedown.id).where(Takedown.request_id.in_(erased))
        for kind, theirs, names in (
            (Refusal, Refusal.request_id.in_(erased), ("reason",)),
            (Takedown, Takedown.request_id.in_(erased), ("words",)),
            (Objection, Objection.takedown_id.in_(ended), ("words", "contact", "answer")),
        ):
            db.session.execute(
                update(kind).where(theirs).values(dict.fromkeys(names, "")),
                execution_options={"synchronize_session": "fetch"},
            )
        return forgotten

    @property
    def right_name(self) -> str:
        return RIGHTS[self.right]

    @property
    def asker_name(self) -> str:
        return ASKERS[self.asker]

    @property
    def title(self) -> str:
        """The article's title, for mails and the newsroom."""
        return self.article.title if self.article else "지운 글"

    @property
    def writer_contact(self) -> str:
        """The contact of the comment's writer: given with the objection, or the member's."""
        objection = self.takedown and self.takedown.objection
        if objection and objection.contact:
            return objection.contact
        user = self.comment and self.comment.user
        return (user and user.email) or ""

    def concern(self, comment: "Comment") -> None:
        """Set the comment, and keep a copy of its text."""
        self.comment, self.article = comment, comment.article
        self.body, self.author_name = comment.body, comment.author_name
        self.written_at = comment.created_at
        self.reckon()

    @classmethod
    def _is_done(cls):
        return cls.refusal.has() | cls.takedown.has(Takedown.ended_at.is_not(None))
