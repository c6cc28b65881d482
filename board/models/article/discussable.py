"""Comments of an article: whether they are open, and writing one."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Update, bindparam, select, update
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from board import clock
from board.extensions import db, take_turns
from board.models.comment.comment import Comment
from board.models.comment.submission import Submission
from board.models.site.board import NOBODY
from board.models.site.comment_rules import HasCommentRules

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.moderation.slowdown import Slowdown
    from board.models.site.board import Board
    from board.models.user.user import User


class Discussable(HasCommentRules):
    """Mixin: comments and slow mode."""

    if TYPE_CHECKING:  # of the article
        id: Mapped[int]
        board: Mapped[Board]
        published_at: Mapped[datetime | None]

        @property
        def is_published(self) -> bool: ...

    comments_count: Mapped[int] = mapped_column(default=0, server_default="0")
    allows_comments: Mapped[bool] = mapped_column(default=True, server_default="1")

    @declared_attr
    def lasting_slowdown(cls) -> Mapped["Slowdown | None"]:
        """The slow mode that nobody has lifted; its time may have passed."""
        return relationship(
            primaryjoin="and_(Slowdown.article_id == Article.id, Slowdown.lifted_at.is_(None))",
            uselist=False,
            viewonly=True,
        )

    @property
    def slowdown(self) -> "Slowdown | None":
        """The slow mode in force, or None."""
        slowdown = self.lasting_slowdown
        return slowdown if slowdown is not None and slowdown.stands else None

    @property
    def comment_rules(self) -> dict[str, Any]:
        """Those of its board, unless it is closed itself."""
        rules = self.board.comment_rules
        return rules if self.allows_comments else rules | {"commenting": NOBODY}

    def note_own_comment_rules(self, by: "User") -> None:
        """Record the comment rules with which it appears, if they are not its board's."""
        self.note_comment_rules(self.board.comment_rules, by=by)

    @property
    def comments_open(self) -> bool:
        if not (self.is_published and self.allows_comments) or self.board.commenting == NOBODY:
            return False
        if self.slowdown is not None and self.slowdown.is_closing:
            return False
        closes_at = self.published_at and self.board.closes_comments_at(self.published_at)
        return closes_at is None or clock.now() < closes_at

    def comment(self, body: str, **more: Any) -> Comment:
        """Write a comment: `more` are the other fields of its `Submission`, at least `by`."""
        return self.add_comment(Submission(body, **more))

    def add_comment(self, submission: Submission) -> Comment:
        """Store a submission as a comment. The same form sent again gives the first comment, marked
        `repeated`.

        The screening may hold it or, before the writer was warned, raise `WarnedError`.
        `TooSoonError` in slow mode when the writer must wait.
        """
        article = cast("Article", self)
        key = submission.key_for(article)
        if key:
            take_turns(f"comment {key}")
            if first := self._first(key):
                return first
        if self.slowdown is not None and not submission.by.is_staff:
            self.slowdown.insist_on_waiting(submission.hand)
        screening = Comment.screening.of_new(article, submission)
        comment = self._signed(submission, screening.nickname)
        comment.body, comment.once = screening.body, key
        comment.answer(submission.parent)
        db.session.add(comment)
        db.session.flush()
        comment.note_unjudged()
        self.raise_comments(1)
        screening.settle(comment)
        return comment

    def raise_comments(self, by: int) -> None:
        kind: Any = type(self)
        count = db.session.scalar(_raising(kind), {"article": self.id, "by": by})
        set_committed_value(self, "comments_count", count)

    def _signed(self, submission: Submission, nickname: str | None) -> Comment:
        """A comment without words yet."""
        by, (address, mask) = submission.by, submission.origin
        return Comment(
            article=self,
            user=submission.writer,
            nickname=nickname,
            guest_key=by.key if by.is_guest else None,
            password_hash=submission.guest_password_hash if by.is_guest else None,
            address_hash=address,
            address_mask=mask,
        )

    def _first(self, once: str) -> Comment | None:
        """What the same form has written before."""
        first = db.session.scalar(_ONCE, {"key": once})
        if first is not None:
            first.repeated = True
        return first


_ONCE = select(Comment).where(Comment.once == bindparam("key"))


@cache
def _raising(kind: Any) -> Update:
    """Raise the number of comments, and tell what it is then."""
    raised = update(kind).where(kind.id == bindparam("article"))
    raised = raised.values(comments_count=kind.comments_count + bindparam("by"))
    counted = raised.returning(kind.comments_count)
    return counted.execution_options(synchronize_session=False)
