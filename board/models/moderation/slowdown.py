"""Slow mode of a thread: everybody waits between two comments, or the thread is closed."""

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, func, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, take_turns
from board.models import audit
from board.models.comment.comment import Comment
from board.models.user.authority import Authority
from board.text.korean import spoken_moment

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.author import Hand
    from board.models.user.user import User

APART = 60  # seconds between two comments of one hand, where nothing else was said
COOLING = timedelta(hours=1)  # how long one lasts that nobody placed
LASTING = text("lifted_at IS NULL")


class TooSoonError(Exception):
    """Slow mode: nothing was written. `sentence` says so in Korean, `wait` is in seconds."""

    def __init__(self, said: str, wait: int) -> None:
        self.sentence = f"{said} {wait}초 뒤에 다시 눌러 주세요."
        self.wait = wait
        super().__init__(self.sentence)


class Slowdown(Authority, Model):
    """Slow mode: `seconds` between two comments of one writer; None means closed.

    In force until `until` (None: without end) or until lifted. `by` is None when automatic.
    """

    __tablename__ = "slowdowns"
    __table_args__ = (
        Index(
            "uq_slowdowns_article_id",
            "article_id",
            unique=True,
            sqlite_where=LASTING,
            postgresql_where=LASTING,
        ),
        Index("ix_slowdowns_article_id", "article_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    seconds: Mapped[int | None]
    until: Mapped[datetime | None] = mapped_column(UTCDateTime)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    lifted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    article: Mapped["Article"] = relationship()
    by: Mapped["User | None"] = relationship(foreign_keys=by_id)
    lifted_by: Mapped["User | None"] = relationship(foreign_keys=lifted_by_id)

    @classmethod
    def place(
        cls,
        article: "Article",
        by: "User | None" = None,
        seconds: int | None = APART,
        until: datetime | None = None,
    ) -> "Slowdown":
        """Slow the thread, or close it with `seconds=None`; replaces what is in force.

        Without `by` (automatic) it changes nothing that is in force, and ends by itself.
        `OutrankedError` when an admin placed what is in force and `by` is no admin.
        """
        take_turns(f"slowdown {article.id}")
        db.session.expire(article, ["lasting_slowdown"])
        if by is None and article.slowdown is not None:
            return article.slowdown
        if by is not None:
            by.insist_on(article.slowdown)
        if article.lasting_slowdown is not None:
            article.lasting_slowdown._end(by)
        if by is None and until is None:
            until = clock.now() + COOLING
        slowdown = cls(article=article, by=by, seconds=seconds, until=until)
        db.session.add(slowdown)
        db.session.flush()
        db.session.expire(article, ["lasting_slowdown"])
        ends = until and until.isoformat()
        audit.record(f"thread.{slowdown._deed}", by=by, on=article, seconds=seconds, until=ends)
        return slowdown

    def wait(self, hand: "Hand") -> int:
        """Seconds until this writer may comment again; 0 for now, or when the thread is closed."""
        if not self.stands or self.seconds is None:
            return 0
        mine = select(func.max(Comment.created_at))
        last = db.session.scalar(
            mine.where(Comment.article_id == self.article_id, Comment.is_by(hand))
        )
        if last is None:
            return 0
        passed = (clock.now() - last).total_seconds()
        return max(ceil(self.seconds - passed), 0)

    def insist_on_waiting(self, hand: "Hand") -> None:
        """Raise `TooSoonError` when this writer has just commented here."""
        if self.seconds is not None and (wait := self.wait(hand)):
            raise TooSoonError(f"이 글에는 댓글을 {self.seconds}초에 하나씩 쓸 수 있습니다.", wait)

    @property
    def is_closing(self) -> bool:
        return self.seconds is None

    @property
    def sentence(self) -> str:
        """The sentence for readers at the form, or instead of it."""
        until = self.until and spoken_moment(self.until, clock.today())
        if self.seconds is None:
            closed = f"{self.decider}가 {until}까지 댓글을 닫았습니다."
            return closed if until else "댓글을 닫은 글입니다."
        apart = f"{self.seconds // 60}분" if self.seconds >= 60 else f"{self.seconds}초"
        said = f"지금은 한 사람이 {apart}에 댓글 하나씩 쓸 수 있습니다."
        return f"{said} ({until}까지)" if until else said

    @property
    def stands(self) -> bool:
        return self.lifted_at is None and (self.until is None or clock.now() < self.until)

    def lift(self, by: "User") -> None:
        """End it; a second time changes nothing. `OutrankedError` when an admin placed it and `by`
        is no admin."""
        if self.lifted_at is not None:
            return
        by.insist_on(self)
        self._end(by)
        audit.record("thread.free", by=by, on=self.article, slowdown=self.id)

    @property
    def _deed(self) -> str:
        return "close" if self.is_closing else "slow"

    def _end(self, by: "User | None") -> None:
        self.lifted_at, self.lifted_by = clock.now(), by
        db.session.flush()
        db.session.expire(self.article, ["lasting_slowdown"])
