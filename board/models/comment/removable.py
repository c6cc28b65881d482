"""Removal and restoration of a comment; its row, its place and its replies stay."""

from typing import TYPE_CHECKING, cast

from sqlalchemy import select
from sqlalchemy.orm import Mapped, declared_attr, relationship

from board.extensions import db
from board.models import audit
from board.models.comment.removal import Removal
from board.models.legal.takedown.takedown import NOTE, REMOVED, Takedown
from board.models.user.guest import Guest

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.user.permitted import Permitted
    from board.models.user.user import User


class Removable:
    """Mixin: removal."""

    if TYPE_CHECKING:  # of the comment
        id: Mapped[int]
        article: Mapped[Article]
        takedowns: Mapped[list[Takedown]]

        @property
        def counts(self) -> bool: ...

    @declared_attr
    def removal(cls) -> Mapped["Removal | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    @property
    def is_removed(self) -> bool:
        return self.removal is not None

    def take_back(self, by: "Permitted") -> None:
        """Deletion by the writer; staff remove with a ruling. A second time changes nothing."""
        self._take_turns()
        if self.is_removed:
            return
        counted = self.counts
        actor = None if by.is_guest else by
        self.removal = Removal(by=actor, by_author=True)
        db.session.flush()
        self.article.raise_comments(-int(counted))
        audit.record("comment.remove", by=actor, on=self, reason=None, note="")

    def restore(self, by: "User | Guest") -> None:
        """Undo the removal; a second time changes nothing. `OutrankedError` when `by` may not undo
        it."""
        self._take_turns()
        removal = self.removal
        if removal is None:
            return
        by.insist_on(removal)
        if removal.ruling is not None:
            if isinstance(by, Guest):
                raise ValueError("staff alone undo a ruling")
            removal.ruling.undo(by, only=cast("Comment", self))
            return
        self.removal = None
        db.session.flush()
        self.article.raise_comments(int(self.counts))
        audit.record(
            "comment.restore", by=None if by.is_guest else by, on=self, reason=removal.reason
        )

    def enter_case(self, takedown: "Takedown") -> bool:
        """Attach the removal to a takedown case that ends with it: from then on it can be undone
        only in the case. False when the comment is not removed."""
        self._take_turns()
        if self.removal is not None:
            self.removal.takedown_id = takedown.id
        return self.is_removed

    def release_from(self, takedown: "Takedown", by: "User") -> None:
        """Undo the removal by a reopened takedown case, unless another case removed it too. What
        was removed before the case ended stays removed."""
        self._take_turns()
        if self.removal is None or self.removal.takedown_id != takedown.id:
            return
        others = (each for each in self.takedowns if each.outcome == REMOVED)
        other = next((each for each in others if each is not takedown), None)
        self.removal.takedown_id = other.id if other is not None else None
        if other is None and self.removal.note == NOTE:
            self.restore(by)

    def _take_turns(self) -> None:
        """Lock the comment: of two concurrent changes the second sees the first's result."""
        kind = type(self)
        locked = select(kind.id).where(kind.id == self.id).with_for_update(key_share=True)
        db.session.execute(locked)
        db.session.expire(self, ["removal", "hold", "judgements", "revision"])
