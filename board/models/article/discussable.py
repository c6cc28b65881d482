"""Comments under an article: whether they are open, and how one is written."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.extensions import db
from board.models.comment.author import Hand
from board.models.user.authenticated import hash_password

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.moderation.slowdown import Slowdown


class Discussable:
    comments_count: Mapped[int] = mapped_column(default=0, server_default="0")
    allows_comments: Mapped[bool] = mapped_column(default=True, server_default="1")

    @declared_attr
    def lasting_slowdown(cls) -> Mapped["Slowdown | None"]:
        """The one nobody has lifted; its time may have passed."""
        return relationship(
            primaryjoin="and_(Slowdown.article_id == Article.id, Slowdown.lifted_at.is_(None))",
            uselist=False,
            viewonly=True,
        )

    @property
    def slowdown(self) -> "Slowdown | None":
        """The one in force now."""
        slowdown = self.lasting_slowdown
        return slowdown if slowdown is not None and slowdown.stands else None

    @property
    def comments_open(self) -> bool:
        if not (self.is_published and self.allows_comments) or self.board.commenting == "nobody":
            return False
        if self.slowdown is not None and self.slowdown.is_closing:
            return False
        closes_at = self.board.closes_comments_at(self.published_at)
        return closes_at is None or clock.now() < closes_at

    def comment(
        self,
        body: str,
        by,
        nickname: str | None = None,
        password: str | None = None,
        parent: "Comment | None" = None,
        once: str = "",
        origin: tuple[str | None, str | None] = (None, None),
        warned: bool = True,
        guards: Sequence[str] = (),
    ) -> "Comment":
        """Write a comment. The same form sent again gives the first comment, marked `repeated`.

        `once` is the form's one-use id. Readers without a cookie are all served the same page and
        so the same id; what was written, and the name under it, tell two of them apart. `origin`
        is where it came from: the address's hash and its masked form. `guards` is what the
        form's own say. What the screening finds holds it or, while its writer was not `warned`,
        raises `WarnedError`; `TooSoonError` when the thread is slowed and it is not their turn.
        """
        from board.models.screening.draft import Draft
        from board.models.screening.screening import Screening

        form = _form_key(once, self, by, nickname, parent, body)
        if form and (first := self._first(form)):
            return first
        if self.slowdown is not None and not by.is_staff:
            self.slowdown.insist_on_waiting(Hand(by.key, origin[0]))
        draft = Draft.of_new(self, body, by, nickname, parent, address=origin[0], guards=guards)
        screening = Screening.of(draft).insist(warned)
        comment = self._signed(by, screening.nickname, password, origin)
        comment.body, comment.once = screening.body, form
        comment.answer(parent)
        comment = self._add_once(comment)
        if not comment.repeated:
            screening.settle(comment)
        return comment

    def raise_comments(self, by: int) -> None:
        kind = type(self)
        db.session.execute(
            update(kind).where(kind.id == self.id).values(comments_count=kind.comments_count + by),
            execution_options={"synchronize_session": False},
        )
        db.session.expire(self, ["comments_count"])

    def _signed(self, by, nickname, password, origin) -> "Comment":
        """A comment without words yet."""
        from board.models.comment.comment import Comment

        return Comment(
            article=self,
            user=None if by.is_guest else by,
            nickname=nickname,
            guest_key=by.key if by.is_guest else None,
            password_hash=hash_password(password) if by.is_guest else None,
            address_hash=origin[0],
            address_mask=origin[1],
        )

    def _add_once(self, comment: "Comment") -> "Comment":
        try:
            with db.session.begin_nested():
                db.session.add(comment)
                db.session.flush()
        except IntegrityError:
            first = self._first(comment.once)
            if first is None:
                raise
            return first
        self.raise_comments(1)
        return comment

    def _first(self, once: str) -> "Comment | None":
        """What the same form has written before."""
        from board.models.comment.comment import Comment

        first = db.session.scalar(select(Comment).filter_by(once=once))
        if first is not None:
            first.repeated = True
        return first


def _form_key(once: str, article, by, nickname, parent, body: str) -> str | None:
    if not once:
        return None
    who = f"g:{nickname}" if by.is_guest else by.key
    what = "\x1f".join((once, str(article.id), who, str(parent and parent.id), body))
    return hashlib.sha256(what.encode()).hexdigest()
