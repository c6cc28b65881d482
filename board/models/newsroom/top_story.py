"""Top story (톱기사): the article that the newsroom puts on top of the front page, until a day."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model, db
from board.models import audit
from board.models.article.article import Article

if TYPE_CHECKING:
    from board.models.user.user import User

TOP_FOR = timedelta(days=3)  # proposed to whoever chooses


class TopStory(Model):
    """The chosen article: a single row, over at `until`. Readers see it there as long as they may
    read it: one that is withdrawn or deleted leaves the top, and comes back to it with its
    reinstatement."""

    __tablename__ = "top_stories"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    until: Mapped[datetime] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    article: Mapped[Article] = relationship()
    by: Mapped["User | None"] = relationship()

    @classmethod
    def lasts(cls) -> ColumnElement[bool]:
        """SQL condition: its time is not over."""
        return cls.until > present()

    @classmethod
    def chosen(cls) -> Select["TopStory"]:
        """The row whose time is not over, whether or not readers may read its article."""
        return select(cls).where(cls.lasts()).options(joinedload(cls.article, innerjoin=True))

    @classmethod
    def choose(cls, article: Article, until: datetime, by: "User") -> None:
        """Put it on top instead of what stood there; ValueError with a Korean sentence when nobody can
        read it yet, or the time is over."""
        if not article.is_published:
            raise ValueError("게시한 글만 톱기사로 둘 수 있습니다. 먼저 게시해 주세요.")
        if until <= clock.now():
            raise ValueError("마지막 날이 이미 지났습니다. 오늘이나 뒤의 날을 써 주세요.")
        story = db.session.get(cls, 1)
        if story is None:
            story = cls(id=1)
            db.session.add(story)
        elif (story.article_id, story.until) == (article.id, until):
            return  # a double click
        story.article, story.until = article, until
        story.by, story.created_at = by, clock.now()
        audit.record("article.top", by=by, on=article, until=until.isoformat())

    def end(self, by: "User") -> None:
        db.session.delete(self)
        audit.record("article.untop", by=by, on=self.article)

    @property
    def last_day(self) -> date:
        """The last calendar day in Seoul on which it stands there."""
        return clock.last_day(self.until)
