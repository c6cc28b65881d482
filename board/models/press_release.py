"""A press release that came from elsewhere: read from a pasted page, kept as a draft."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models.article.labelled import RELEASE
from board.text import pasted

if TYPE_CHECKING:
    from board.models.article import Article
    from board.models.board import Board
    from board.models.user import User


@dataclass(frozen=True)
class PressRelease:
    """What was understood of a pasted page. `body` is HTML, `cut` the lines that were left out."""

    title: str
    subtitles: list[str]
    released_on: date | None
    byline: str
    organisation: str
    body: str
    cut: list[str]

    @classmethod
    def read(cls, text: str) -> "PressRelease":
        """Read a whole page or a bare release; ValueError, in Korean, when no text is in it."""
        page = pasted.read(text)
        if not page.title or not page.html:
            raise ValueError(
                "제목과 본문을 찾지 못했습니다. 제목부터 본문 끝까지 다시 복사해서 붙여 주세요."
            )
        return cls(
            title=page.title,
            subtitles=list(page.subtitles),
            released_on=page.date,
            byline=page.byline or "",
            organisation=page.organisation or "",
            body=str(page.html),
            cut=[str(line) for line in page.cut],
        )

    def draft(self, *, board: "Board", by: "User", once: str | None = None) -> "Article":
        """Make a draft of it. The page's own date stays with the draft as its origin's date:

        publishing dates an article by the moment readers get it, and comments count from there.
        """
        from board.models.article import Article

        article = Article.draft(
            board=board,
            by=by,
            title=self.title,
            subtitles=self.subtitles,
            body=self.body,
            byline=self.byline or by.name,
            source=self.organisation,
            label=RELEASE,
            once=once,
        )
        Origin.keep(article, self.released_on, self.cut)
        return article


class Origin(db.Model):
    """Where an article came from: the date on the original and what was left out of it."""

    __tablename__ = "origins"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    released_on: Mapped[date | None]
    cut: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    article: Mapped["Article"] = relationship(
        backref=backref("origin", uselist=False, cascade="all, delete-orphan", passive_deletes=True)
    )

    @classmethod
    def keep(cls, article: "Article", released_on: date | None, cut: list[str] | None = None):
        """Note, or correct, the original's date; what was left out is noted once."""
        origin = article.origin or cls(article=article, cut=cut or [])  # type: ignore[attr-defined]
        origin.released_on = released_on
        db.session.add(origin)
        return origin
