"""Recommending an article or a comment: once per person, counted when written."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    ScalarSelect,
    Select,
    Update,
    bindparam,
    case,
    delete,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

from board import clock
from board.extensions import db, insert_once, take_turns
from board.models.voting.daily_limit import stop_at_enough
from board.models.voting.exclusion import ExcludedVote
from board.models.voting.recommendation import Vote


class Recommendable:
    """Mixin of articles and comments; `recommendations_in` is the votes' table and column.

    `recommendations_excluded` counts those that were found suspicious: they are kept, but not
    counted in any shown number.
    """

    if TYPE_CHECKING:  # of the article or comment
        id: Mapped[int]

    recommendations_in: ClassVar[tuple[type[Vote], str]]

    recommendations_count: Mapped[int] = mapped_column(default=0, server_default="0")
    recommendations_excluded: Mapped[int] = mapped_column(default=0, server_default="0")

    def set_recommended(self, wanted: bool, by, address: str | None = None) -> bool:
        """Set the desired state. True when this changed it; raises as `recommend`."""
        return self.recommend(by=by, address=address) if wanted else self.unrecommend(by=by)

    def recommend(self, by, address: str | None = None) -> bool:
        """Recommend it. True when this changed the state; a second time changes nothing.

        Raises `EnoughError` above the daily limit; votes without an `address`, such as seeds, have
        none.
        """
        table, column = self.recommendations_in
        take_turns(self.votes_turn, f"votes of {by.key}")
        if self.is_recommended_by(by):
            return False
        if address is not None:
            stop_at_enough(self, by, address)
        row = {column: self.id, "voter": by.key, "created_at": clock.now(), "address_hash": address}
        inserted = insert_once(table, [row])
        self._raise_recommendations(inserted, by)
        return bool(inserted)

    def unrecommend(self, by) -> bool:
        """Withdraw the recommendation. True when this changed the state."""
        table, column = self.recommendations_in
        take_turns(self.votes_turn)
        mine = delete(table).filter_by(**{column: self.id, "voter": by.key})
        gone = db.change(mine.execution_options(synchronize_session=False))
        self._raise_recommendations(-gone, by)
        return bool(gone)

    def is_recommended_by(self, viewer) -> bool:
        if viewer.key is None:
            return False
        mine = _vote(*self.recommendations_in)
        return db.session.scalar(mine, {"id": self.id, "voter": viewer.key}) is not None

    def recount_recommendations(self) -> None:
        """Recount the counted and the excluded votes."""
        kind = type(self)
        self._set(
            recommendations_count=kind.votes(excluded=False),
            recommendations_excluded=kind.votes(excluded=True),
        )

    @classmethod
    def votes(
        cls, *, excluded: bool, since: datetime | ColumnElement[datetime] | None = None
    ) -> ScalarSelect[int]:
        """SQL subquery: the number of its counted, or of its excluded, votes; with `since`, of
        those made later."""
        table, column = cls.recommendations_in
        mine = getattr(table, column)
        out = exists().where(
            getattr(ExcludedVote, column) == mine, ExcludedVote.voter == table.voter
        )
        these = select(func.count()).where(mine == cls.id, out if excluded else ~out)
        if since is not None:
            these = these.where(table.created_at > since)
        return these.correlate(cls).scalar_subquery()

    @property
    def votes_turn(self) -> str:
        """The name of the lock for changing its votes."""
        return f"votes for {self.recommendations_in[1]} {self.id}"

    def _raise_recommendations(self, by: int, voter) -> None:
        if not by:
            return
        kind: Any = type(self)
        asked = {"thing": self.id, "voter": voter.key, "by": by}
        self._note(db.session.execute(_raising(kind), asked).one())

    def _set(self, **values) -> None:
        self._note(db.session.execute(_changed(type(self), self.id, values)).one())

    def _note(self, counts: Row) -> None:
        for name, count in counts._mapping.items():
            set_committed_value(self, name, count)


@cache
def _raising(kind: Any) -> Update:
    """Raise the number of counted votes, or that of excluded ones if the voter's is one of these."""
    thing: BindParameter[int] = bindparam("thing")
    by = bindparam("by", type_=Integer())
    out = exists().where(
        getattr(ExcludedVote, kind.recommendations_in[1]) == thing,
        ExcludedVote.voter == bindparam("voter"),
    )
    counted, excluded = kind.recommendations_count, kind.recommendations_excluded
    values = {
        "recommendations_count": counted + case((out, 0), else_=by),
        "recommendations_excluded": excluded + case((out, by), else_=0),
    }
    return _changed(kind, thing, values)


def _changed(kind: Any, id: Any, values: dict[str, Any]) -> Update:
    """Change the numbers, and tell what they are then."""
    changed = update(kind).where(kind.id == id).values(values)
    changed = changed.returning(kind.recommendations_count, kind.recommendations_excluded)
    return changed.execution_options(synchronize_session=False)


@cache
def _vote(table: type[Vote], column: str) -> Select[int]:
    """The vote of one voter on one article or comment."""
    return select(table.id).where(
        getattr(table, column) == bindparam("id"), table.voter == bindparam("voter")
    )
