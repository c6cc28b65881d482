"""Appeals of a comment: what its writer is told, and whether they may appeal."""

from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, declared_attr, relationship

from board.extensions import db
from board.models import audit
from board.models.comment.appeal import Appeal

if TYPE_CHECKING:
    from board.models.comment.hold import Hold
    from board.models.comment.removal import Removal
    from board.models.legal.takedown.takedown import Takedown


class Appealable:
    """Mixin: appeals."""

    if TYPE_CHECKING:  # of the comment
        id: Mapped[int]
        hold: Mapped[Hold | None]
        removal: Mapped[Removal | None]

        @property
        def takedown(self) -> Takedown | None: ...
        @property
        def seen(self) -> str: ...

    @declared_attr
    def appeals(cls) -> Mapped[list[Appeal]]:
        return relationship(
            back_populates="comment", order_by="Appeal.id", passive_deletes=True, cascade="all"
        )

    @property
    def state_name(self) -> str:
        """A short state for lists of one's own comments; empty while it is shown."""
        if self.removal is not None:
            return "지운 댓글" if self.removal.by_author else f"{self.removal.decider}가 지움"
        if self.takedown is not None:
            return "권리침해 신고로 가림"
        return "" if self.hold is None else "확인 기다림"

    @property
    def why_absent(self) -> str:
        """The reason for its writer why others hid or removed it; empty when there is none."""
        if self.removal is not None:
            return "" if self.removal.by_author else self.removal.reason_name
        if self.takedown is not None or self.hold is None:
            return ""
        return self.hold.reasons if self.hold.flags else ""

    @property
    def appeal(self) -> Appeal | None:
        """The appeal against the current decision, or None."""
        return next((each for each in reversed(self.appeals) if each.about == self.seen), None)

    @property
    def may_be_appealed(self) -> bool:
        removal = self.removal
        removed = removal is not None and not removal.by_author and not removal.is_final
        return (self.hold is not None or removed) and self.appeal is None

    def ask_again(self, by, body: str) -> Appeal:
        """Appeal; a second appeal against one decision gives the first."""
        if (first := self.appeal) is not None:
            return first
        appeal = Appeal(comment_id=self.id, about=self.seen, body=body)
        try:
            with db.session.begin_nested():
                db.session.add(appeal)
                db.session.flush()
        except IntegrityError:
            db.session.expire(self, ["appeals"])
            if (first := self.appeal) is None:
                raise
            return first
        db.session.expire(self, ["appeals"])
        audit.record("appeal.create", by=None if by.is_guest else by, on=self)
        return appeal
