"""Comment under an article, by a member or by a guest with a nickname and a password."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup
from sqlalchemy import ForeignKey, Index, Select, Text, bindparam, select
from sqlalchemy.orm import (
    Mapped,
    joinedload,
    mapped_column,
    relationship,
    selectinload,
    undefer,
    validates,
)
from sqlalchemy.orm.interfaces import LoaderOption

from board import clock
from board.columns import SafeHTML, UTCDateTime
from board.extensions import Model, db
from board.models.comment.appealable import Appealable
from board.models.comment.author import Authored, name_of
from board.models.comment.contestable import Contestable
from board.models.comment.editable import Editable
from board.models.comment.holdable import Holdable
from board.models.comment.judgement import Judgement
from board.models.comment.original import Masked
from board.models.comment.removable import Removable
from board.models.comment.reportable import Reportable
from board.models.comment.threaded import Threaded
from board.models.user.authenticated import matches
from board.models.voting.recommendable import Recommendable
from board.models.voting.recommendation import CommentRecommendation
from board.text.fingerprints import fingerprint
from board.text.sanitising import clean_again, comment_html

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.site.board import Board
    from board.models.user.user import User


class Comment(
    Authored,
    Threaded,
    Editable,
    Masked,
    Removable,
    Holdable,
    Reportable,
    Contestable,
    Appealable,
    Recommendable,
    Model,
):
    """A comment; its base classes list what it can do."""

    __tablename__ = "comments"
    __table_args__ = (
        Index("ix_comments_article_id_parent_id", "article_id", "parent_id", "created_at"),
        Index("ix_comments_created_at", "created_at"),
        Index("ix_comments_guest_key", "guest_key"),
        Index("ix_comments_address_hash", "address_hash"),
        Index("ix_comments_fingerprint", "fingerprint"),
    )
    recommendations_in = (CommentRecommendation, "comment_id")
    repeated = False

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    nickname: Mapped[str | None]
    guest_key: Mapped[str | None] = mapped_column()
    password_hash: Mapped[str | None]
    # Where it came from, for moderators and for a while: a keyed hash, and the network's part.
    address_hash: Mapped[str | None]
    address_mask: Mapped[str | None]
    once: Mapped[str | None] = mapped_column(unique=True)
    body: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(default="", server_default="")
    html: Mapped[Markup] = mapped_column(SafeHTML(clean_again, clean_again))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    article: Mapped["Article"] = relationship()
    user: Mapped["User | None"] = relationship()

    if TYPE_CHECKING:  # hung on by suspensions
        writer_is_bound: Mapped[bool]

    @classmethod
    def whole(cls) -> tuple[LoaderOption, ...]:
        """Loader options for showing a comment."""
        absences = (cls.removal, cls.hold, cls.lasting_takedown)
        return (joinedload(cls.user), *(joinedload(each) for each in absences))

    @classmethod
    def decided(cls) -> tuple[LoaderOption, ...]:
        """Loader options for `decision`, on which the staff's buttons depend."""
        judged = selectinload(cls.judgements).joinedload(Judgement.ruling)
        return (judged, undefer(cls.was_put_back))

    @classmethod
    def readable_by(cls, viewer) -> Select["Comment"]:
        """Comments of articles this viewer may read."""
        from board.models.article.article import Article

        return (
            select(cls)
            .join(cls.article)
            .where(Article.is_out())
            .options(*cls.whole(), joinedload(cls.article, innerjoin=True))
        )

    @classmethod
    def readable(cls, id: int, viewer) -> "Comment | None":
        """The comment with this id, if this viewer may read its article, with all that a deed
        must know of it."""
        return db.session.scalar(_readable(), {"id": id})

    @classmethod
    def written_by(cls, user: "User") -> Select["Comment"]:
        return cls.readable_by(user).where(cls.user_id == user.id).order_by(cls.id.desc())

    @property
    def board(self) -> "Board":
        return self.article.board

    @property
    def is_guest(self) -> bool:
        return self.password_hash is not None

    @property
    def author_key(self) -> str | None:
        return f"u:{self.user_id}" if self.user_id else self.guest_key

    @property
    def author_name(self) -> str:
        return name_of(self.user.name if self.user is not None else None, self.nickname)

    def has_password(self, password: str) -> bool:
        return matches(self.password_hash, password)

    @validates("body")
    def _render(self, _key: str, body: str) -> str:
        self.html = Markup(comment_html(body))  # noqa: S704
        self.fingerprint = fingerprint(body)
        return body


@cache
def _readable() -> Select[Comment]:
    from board.models.article.article import Article

    about = joinedload(Comment.article, innerjoin=True)
    parts = (joinedload(Article.board, innerjoin=True), joinedload(Article.lasting_slowdown))
    absences = (joinedload(Article.withdrawal), joinedload(Article.deletion))
    question = Comment.readable_by(None).where(Comment.id == bindparam("id"))
    return question.options(about.options(*parts, *absences))
