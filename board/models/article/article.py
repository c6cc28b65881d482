"""Article: what the newsroom publishes. Its base classes list what it can do."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, Select, bindparam, exists, select, text
from sqlalchemy.orm import (
    Mapped,
    column_property,
    joinedload,
    mapped_column,
    relationship,
    selectinload,
    undefer,
)
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import LoaderOption

from board import clock
from board.columns import SafeHTML, UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.article.autosaved import Autosaved
from board.models.article.comparable import Comparable
from board.models.article.completable import Completable
from board.models.article.correctable import Correctable
from board.models.article.deletable import Deletable
from board.models.article.discussable import Discussable
from board.models.article.embargoed import Embargoed
from board.models.article.illustrated import Illustrated
from board.models.article.labelled import Labelled
from board.models.article.pinnable import Pinnable
from board.models.article.posted import Posted
from board.models.article.publishable import Publishable
from board.models.article.revisable import Revisable
from board.models.article.schedulable import Schedulable
from board.models.article.searchable import Searchable
from board.models.attachment.attachment import FILE, Attachment
from board.models.legal.correction.correction import Correction
from board.models.site.board import Board
from board.models.voting.recommendable import Recommendable
from board.models.voting.recommendation import Recommendation
from board.text.plain import excerpt, text_of
from board.text.sanitising import clean_again, release_html

if TYPE_CHECKING:
    from board.models.intake.origin import Origin
    from board.models.user.user import User

LONGEST_TITLE, LONGEST_BYLINE, LONGEST_SOURCE = 200, 40, 100  # characters
MOST_SUBTITLES = 10
DRAFT = text("published_at IS NULL")

# Columns that change while the text does not.
NUMBERS = {"views_count", "comments_count", "recommendations_count", "recommendations_excluded"}


class Article(
    Publishable,
    Schedulable,
    Correctable,
    Deletable,
    Completable,
    Revisable,
    Autosaved,
    Embargoed,
    Labelled,
    Pinnable,
    Posted,
    Discussable,
    Recommendable,
    Illustrated,
    Searchable,
    Comparable,
    Model,
):
    """An article in any state, from draft to withdrawn."""

    __tablename__ = "articles"
    __table_args__ = (
        Index("ix_articles_board_id_published_at", "board_id", "published_at", "id"),
        Index("ix_articles_published_at", "published_at", "id"),
        Index("ix_articles_byline", "byline", "published_at"),
        Index("ix_articles_ranked", "published_at", "comments_count", "recommendations_count"),
        Index("ix_articles_updated_at", "updated_at", "id", "published_at"),
        Index("ix_articles_board_id_updated_at", "board_id", "updated_at", "id"),
        Index("ix_articles_drafts", "updated_at", "id", sqlite_where=DRAFT, postgresql_where=DRAFT),
        *(
            Index(f"ix_articles_board_id_{counter}", "board_id", counter, "published_at", "id")
            for counter in ("recommendations_count", "views_count", "comments_count")
        ),
    )
    recommendations_in = (Recommendation, "article_id")

    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(ForeignKey("boards.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    title: Mapped[str]
    subtitles: Mapped[list[str]] = mapped_column(JSON, default=list)
    body: Mapped[str] = mapped_column(SafeHTML(release_html, clean_again), deferred=True)
    byline: Mapped[str] = mapped_column(default="")
    once: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    views_count: Mapped[int] = mapped_column(default=0, server_default="0")
    board: Mapped[Board] = relationship()
    author: Mapped["User | None"] = relationship()

    if TYPE_CHECKING:  # hung on below, and by the release it came from
        was_corrected: Mapped[bool]
        is_illustrated: Mapped[bool]
        has_attachments: Mapped[bool]
        origin: Mapped[Origin | None]

    @classmethod
    def draft(cls, board: Board, by: "User", title: str, **written: Any) -> "Article":
        """Create a draft. `written` may hold any field of `WRITTEN`, and `once`."""
        article = cls(board=board, author=by, title=title, subtitles=[], body="", byline=by.name)
        for name, value in written.items():
            setattr(article, name, value)
        db.session.add(article)
        db.session.flush()
        audit.record("article.draft", by=by, on=article, title=article.title)
        return article

    @classmethod
    def readable_by(cls, viewer) -> Select["Article"]:
        """Articles this viewer may open, loaded with what their page shows."""
        return cls.published().options(*cls.whole())

    @classmethod
    def readable(cls, id: int, viewer) -> "Article | None":
        """The article with this id, if this viewer may open it, loaded as by `readable_by`."""
        article = db.session.scalar(_readable(), {"id": id})
        if article is not None:
            has = article.is_illustrated
            found = db.session.scalars(_enclosures(), {"id": id}).all() if has else ()
            set_committed_value(article, "enclosures", list(found))
            article._note_out()
        return article

    @classmethod
    def bare(cls, id: int, viewer) -> "Article | None":
        """Like `readable`, without its text and what belongs to that: for deeds, which show none."""
        article = db.session.scalar(_bare(), {"id": id})
        if article is not None:
            article._note_out()
        return article

    @classmethod
    def editable_by(cls, viewer) -> Select["Article"]:
        """Articles in any state but deleted, for admins; none for others."""
        question = select(cls).where(viewer.can_edit_articles, cls.is_kept())
        return question.options(*cls.whole())

    @classmethod
    def latest(cls) -> Select["Article"]:
        """Published articles, newest first, with bodies."""
        return (
            cls.published().options(*cls.whole()).order_by(cls.published_at.desc(), cls.id.desc())
        )

    @classmethod
    def whole(cls) -> tuple[LoaderOption, ...]:
        """Loader options for one article's page."""
        return (
            joinedload(cls.board, innerjoin=True).joinedload(Board.group, innerjoin=True),
            joinedload(cls.withdrawal),
            joinedload(cls.deletion),
            joinedload(cls.notice),
            joinedload(cls.origin),
            joinedload(cls.lasting_slowdown),
            selectinload(cls.enclosures),
            undefer(cls.was_corrected),
            undefer(cls.body),
        )

    @classmethod
    def in_list(cls) -> tuple[LoaderOption, ...]:
        """Loader options for a row of a list: no bodies."""
        return (
            joinedload(cls.board, innerjoin=True),
            joinedload(cls.withdrawal),
            joinedload(cls.deletion),
            joinedload(cls.notice),
            undefer(cls.has_attachments),
        )

    @property
    def author_key(self) -> str | None:
        return f"u:{self.author_id}" if self.author_id is not None else None

    @property
    def look(self) -> tuple:
        """Everything that its text and what belongs to it look like, beside the numbers."""
        own = [value for name, value in self.values.items() if name not in NUMBERS]
        rows = (self.board, self.origin, *self.enclosures, *self.corrections)
        return (self.state, str(own), *(str(row and row.values) for row in rows))

    @property
    def modified_at(self) -> datetime | None:
        """When the text, or a correction on top of it, last changed, for feeds and search
        engines."""
        moments = (self.published_at, self.edited_at, self.corrected_at)
        return max((moment for moment in moments if moment), default=None)

    @property
    def description(self) -> str:
        return summary(self.subtitles, self.body)

    def _note_out(self) -> None:
        for absence in ("withdrawal", "deletion"):
            set_committed_value(self, absence, None)


def summary(subtitles: list[str], body: str) -> str:
    """The subheads, else the beginning of the body, shortened."""
    return excerpt(" ".join(subtitles) or text_of(str(body)), 150)


# Answered beside the row, so that nothing has to be fetched of what is not there.
Article.was_corrected = column_property(
    exists().where(Correction.article_id == Article.id), deferred=True
)
Article.is_illustrated = column_property(
    exists().where(Attachment.article_id == Article.id), deferred=True
)
Article.has_attachments = column_property(
    exists().where(Attachment.article_id == Article.id, Attachment.kind == FILE), deferred=True
)


@cache
def _readable() -> Select[Article]:
    loading = (
        joinedload(Article.board, innerjoin=True).joinedload(Board.group, innerjoin=True),
        *map(joinedload, (Article.notice, Article.origin, Article.lasting_slowdown)),
        *map(undefer, (Article.was_corrected, Article.is_illustrated, Article.body)),
    )
    return Article.published().where(Article.id == bindparam("id")).options(*loading)


@cache
def _bare() -> Select[Article]:
    loading = (joinedload(Article.board, innerjoin=True), joinedload(Article.lasting_slowdown))
    return Article.published().where(Article.id == bindparam("id")).options(*loading)


@cache
def _enclosures() -> Select[Attachment]:
    mine = select(Attachment).where(Attachment.article_id == bindparam("id"))
    return mine.order_by(Attachment.position, Attachment.id)
