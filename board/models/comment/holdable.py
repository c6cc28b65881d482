"""Holds of a comment, and the moderators' decisions so far."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from board.extensions import db
from board.models import audit
from board.models.comment.hold import Hold
from board.models.comment.judgement import Judgement
from board.models.comment.removal import Removal
from board.models.comment.report import Report
from board.models.legal.takedown.takedown import CASE, Case, Takedown

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.user.user import User


class Holdable:
    """Mixin: holds, reports and judgements."""

    if TYPE_CHECKING:  # of the comment
        user_id: Mapped[int | None]
        guest_key: Mapped[str | None]
        article: Mapped[Article]
        removal: Mapped[Removal | None]
        was_put_back: Mapped[bool]

        @property
        def takedown(self) -> Takedown | None: ...
        @classmethod
        def is_taken_down(cls) -> ColumnElement[bool]: ...
        def _take_turns(self) -> None: ...

    revision: Mapped[int] = mapped_column(default=1, server_default="1")

    @declared_attr
    def hold(cls) -> Mapped["Hold | None"]:
        """The hold in force, or None."""
        return relationship(
            primaryjoin="and_(Hold.comment_id == Comment.id, Hold.ended_at.is_(None))",
            uselist=False,
            viewonly=True,
        )

    @declared_attr
    def reports(cls) -> Mapped[list[Report]]:
        return relationship(
            back_populates="comment", order_by="Report.id", passive_deletes=True, cascade="all"
        )

    @declared_attr
    def judgements(cls) -> Mapped[list[Judgement]]:
        return relationship(
            back_populates="comment", order_by="Judgement.id", passive_deletes=True, cascade="all"
        )

    def note_unjudged(self) -> None:
        """Of one that was just written nothing was said yet, so that nothing has to be fetched."""
        for name in ("removal", "hold", "lasting_takedown", "original"):
            set_committed_value(self, name, None)
        for name in ("reports", "judgements", "appeals"):
            set_committed_value(self, name, [])

    @property
    def absence(self) -> "Removal | Takedown | Hold | None":
        """What hides the comment, with a `sentence` to show instead; None while it is shown."""
        return self.removal or self.takedown or self.hold

    @property
    def is_shown(self) -> bool:
        return self.absence is None

    @classmethod
    def is_up(cls) -> ColumnElement[bool]:
        """SQL condition for `is_shown`."""
        return cls.is_counted() & ~cls.is_taken_down()

    @property
    def counts(self) -> bool:
        """Whether it counts in its article's number of comments. A takedown ends by itself, so it
        does not change the number."""
        return self.removal is None and self.hold is None

    @classmethod
    def is_counted(cls) -> ColumnElement[bool]:
        """SQL condition for `counts`."""
        return ~cls.removal.has() & ~cls.hold.has()

    @classmethod
    def leaves_trace(cls, viewer) -> ColumnElement[bool]:
        """SQL condition: this viewer sees it, or a sentence instead, in the thread. A comment held
        before anybody saw it is shown to its writer alone."""
        unseen = cls.hold.has(Hold.was_shown.is_(False))
        if viewer.key is None:
            return ~unseen
        is_member = viewer.id is not None
        wrote = cls.user_id == viewer.id if is_member else cls.guest_key == viewer.key
        return ~unseen | wrote

    @property
    def last_judgement(self) -> "Judgement | None":
        """The newest judgement that was not undone, or None."""
        standing = (each for each in reversed(self.judgements) if each.undone_at is None)
        return next(standing, None)

    @property
    def decision(self) -> "Removal | Hold | Judgement | Case | None":
        """The decision on the current text that is in force: the one that hides it, or the last
        judgement. A new judgement replaces it."""
        if self.removal is not None:
            return self.removal
        if self.takedown is not None or self.was_put_back:
            return CASE
        if self.hold is not None and self.hold.by_role is not None:
            return self.hold
        said = (each for each in reversed(self.judgements) if each.revision == self.revision)
        return next((each for each in said if each.by_role is not None), None)

    def uphold(self, by: "User") -> None:
        """An admin confirms what hides the comment, which thereby becomes the admin's decision."""
        self._take_turns()
        decision = self.removal or self.hold
        if decision is not None:
            decision.by_role = by.role

    @property
    def seen(self) -> str:
        """A mark for forms: which text and state of the comment their reader saw."""
        last = self.last_judgement
        return f"{self.revision}.{last.id if last else 0}"

    def hold_back(self, source: str, flags: list[dict], was_shown: bool = False) -> None:
        """Hold the comment until a moderator has looked; a second hold changes nothing. Readers are
        told when they had seen it (`was_shown`)."""
        self._take_turns()
        if not self.counts:
            return
        db.session.add(Hold(comment=self, source=source, flags=flags, was_shown=was_shown))
        db.session.flush()
        db.session.expire(self, ["hold"])
        self.article.raise_comments(-1)
        if was_shown:
            audit.record("comment.hold", on=self, source=source)

    def release(self) -> None:
        """End a hold by the program, because the text that caused it was replaced."""
        self._take_turns()
        if self.hold is None:
            return
        was_shown = self.hold.was_shown
        self.hold.end()
        db.session.expire(self, ["hold"])
        self.article.raise_comments(int(self.counts))
        if was_shown:
            audit.record("comment.release", on=self)
