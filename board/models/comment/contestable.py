"""Takedowns of a comment: hidden for a time because somebody says that it harms them."""

from typing import TYPE_CHECKING, cast

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import Mapped, aliased, column_property, declared_attr, foreign, relationship

from board.models.legal.takedown.request import TakedownRequest
from board.models.legal.takedown.takedown import Takedown


class Contestable:
    """Mixin: takedowns."""

    if TYPE_CHECKING:  # of the comment
        id: Mapped[int]

    @declared_attr
    def lasting_takedown(cls) -> Mapped["Takedown | None"]:
        """The open takedown that lasts longest; its deadline may have passed."""
        return relationship(
            primaryjoin=lambda: _lasting(cast("type[Contestable]", cls)), viewonly=True
        )

    @declared_attr
    def was_put_back(cls) -> Mapped[bool]:
        """Whether a case ended with showing it again. Only staff need it: lists load it with
        `decided`, else it is loaded at first use."""
        return column_property(Takedown.put_back(cls.id), deferred=True)

    @declared_attr
    def takedowns(cls) -> Mapped[list[Takedown]]:
        return relationship(viewonly=True, order_by="Takedown.id")

    @property
    def takedown(self) -> "Takedown | None":
        """The takedown in force, or None."""
        takedown = self.lasting_takedown
        return takedown if takedown is not None and takedown.stands else None

    @classmethod
    def is_taken_down(cls) -> ColumnElement[bool]:
        """SQL condition: a takedown is in force."""
        return exists().where(Takedown.comment_id == cls.id, Takedown.is_in_force())

    def request_takedown(self, by, once: str = "", **typed) -> TakedownRequest:
        """Receive a takedown request: `typed` holds asker, party, right, wrong, explanation, name
        and contact. The same form sent twice gives the first request."""
        return TakedownRequest.receive(self, by=by, once=once, **typed)


def _lasting(comment: type[Contestable]) -> ColumnElement[bool]:
    """Join condition of a comment and the open takedown that lasts longest."""
    other = aliased(Takedown)
    longer = or_(
        other.until > Takedown.until, and_(other.until == Takedown.until, other.id > Takedown.id)
    )
    outlasted = exists().where(
        other.comment_id == Takedown.comment_id, other.ended_at.is_(None), longer
    )
    return and_(comment.id == foreign(Takedown.comment_id), Takedown.ended_at.is_(None), ~outlasted)
