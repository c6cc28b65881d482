"""Vote exclusion: suspicious recommendations are kept but not counted.

An exclusion names votes by voter and article or comment. Withdrawing such a vote and casting it
again changes nothing; undoing the exclusion counts it again.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, Select, delete, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, insert_once, take_turns
from board.models import audit

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.user.user import User
    from board.models.voting.recommendable import Recommendable

LONGEST_WHY = 200  # characters


class ExcludedVote(Model):
    """A vote that is not counted."""

    __tablename__ = "excluded_votes"
    __table_args__ = (
        Index("uq_excluded_votes_article", "article_id", "voter", unique=True),
        Index("uq_excluded_votes_comment", "comment_id", "voter", unique=True),
        Index("ix_excluded_votes_exclusion_id", "exclusion_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    exclusion_id: Mapped[int] = mapped_column(ForeignKey("exclusions.id", ondelete="CASCADE"))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    voter: Mapped[str]
    article: Mapped["Article | None"] = relationship()
    comment: Mapped["Comment | None"] = relationship()


class Exclusion(Model):
    """An exclusion: who left which votes out, when and why. `what` describes the finding."""

    __tablename__ = "exclusions"

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    what: Mapped[str]
    why: Mapped[str]
    votes_count: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    by: Mapped["User | None"] = relationship(foreign_keys=by_id)
    undone_by: Mapped["User | None"] = relationship(foreign_keys=undone_by_id)

    @classmethod
    def make(
        cls, votes: "Iterable[tuple[Recommendable, str]]", by: "User", what: str, why: str
    ) -> "Exclusion | None":
        """Exclude these votes: pairs of an article or comment and a voter's key. None when all of
        them are excluded already."""
        votes = list(votes)
        things = _in_turn(thing for thing, _ in votes)
        exclusion = cls(by=by, what=what, why=why, votes_count=0)
        db.session.add(exclusion)
        db.session.flush()
        rows = [_row(exclusion, thing, voter) for thing, voter in votes]
        exclusion.votes_count = insert_once(ExcludedVote, rows) if rows else 0
        if not exclusion.votes_count:
            db.session.delete(exclusion)
            return None
        _recount(things)
        count = exclusion.votes_count
        audit.record("exclusion.create", by=by, on=exclusion, what=what, note=why, votes=count)
        return exclusion

    @classmethod
    def newest(cls) -> Select["Exclusion"]:
        return (
            select(cls)
            .options(joinedload(cls.by), joinedload(cls.undone_by))
            .order_by(cls.id.desc())
        )

    def undo(self, by: "User") -> bool:
        """Count the votes again; False when it was undone before."""
        things = _in_turn(self._things())
        db.session.refresh(self, with_for_update=True)
        if self.undone_at is not None:
            return False
        self.undone_at, self.undone_by = clock.now(), by
        mine = delete(ExcludedVote).filter_by(exclusion_id=self.id)
        db.session.execute(mine, execution_options={"synchronize_session": False})
        _recount(things)
        audit.record("exclusion.undo", by=by, on=self, what=self.what, votes=self.votes_count)
        return True

    def _things(self) -> "list[Recommendable]":
        whole = (selectinload(ExcludedVote.article), selectinload(ExcludedVote.comment))
        votes = select(ExcludedVote).filter_by(exclusion_id=self.id).options(*whole)
        found = (each.article or each.comment for each in db.session.scalars(votes))
        return [thing for thing in found if thing is not None]


def _in_turn(things: "Iterable[Recommendable]") -> "list[Recommendable]":
    """These articles and comments, locked against other counting."""
    things = sorted(set(things), key=lambda thing: (type(thing).__name__, thing.id))
    take_turns(*(thing.votes_turn for thing in things))
    return things


def _row(exclusion: Exclusion, thing: "Recommendable", voter: str) -> dict[str, Any]:
    none = {"article_id": None, "comment_id": None}
    column = thing.recommendations_in[1]
    return {"exclusion_id": exclusion.id, "voter": voter} | none | {column: thing.id}


def _recount(things: "list[Recommendable]") -> None:
    for thing in things:
        thing.recount_recommendations()
