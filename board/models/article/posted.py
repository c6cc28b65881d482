"""Cross-posting: an article in its own board, and listed in others."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    Tuple,
    event,
    inspect,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, declared_attr, mapped_column, relationship

from board.columns import UTCDateTime
from board.extensions import Model
from board.models.site.board import Board


class Posting(Model):
    """A cross-posting in another board. It copies the time of publication, so that a board's list,
    cross-posted articles included, is read in index order."""

    __tablename__ = "postings"
    __table_args__ = (
        Index("ix_postings_board_id_published_at", "board_id", "published_at", "article_id"),
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    board_id: Mapped[int] = mapped_column(
        ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True
    )
    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    board: Mapped[Board] = relationship()


class Posted:
    """Mixin: `board` gives an article its rules, breadcrumb and thread; other boards only list
    it."""

    if TYPE_CHECKING:  # of the article
        id: Mapped[int]
        board_id: Mapped[int]
        board: Mapped[Board]
        published_at: Mapped[datetime | None]

    @declared_attr
    def postings(cls) -> Mapped[list[Posting]]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    @property
    def other_boards(self) -> list[Board]:
        """The boards beside its own, by id."""
        boards = [each.board for each in self.postings if each.board is not self.board]
        return sorted(boards, key=lambda board: board.id)

    @other_boards.setter
    def other_boards(self, boards: list[Board]) -> None:
        here = {each.board: each for each in self.postings}
        wanted = [board for board in dict.fromkeys(boards) if board is not self.board]
        self.postings = [
            here.get(board) or Posting(board=board, published_at=self.published_at)
            for board in wanted
        ]

    @classmethod
    def standing_in(cls, board: Board | None) -> "list[Standing]":
        """A board's articles as two disjoint parts, own and cross-posted; None means all boards."""
        if board is None:
            return [Standing(select(cls), cls.published_at, cls.id)]
        return cls.standing_at(board.id)

    @classmethod
    def standing_at(cls, board_id: int | ColumnElement[int]) -> "list[Standing]":
        """The same of the board with this id, which may be a parameter."""
        own = select(cls).where(cls.board_id == board_id)
        guests = cls.cross_posted().where(Posting.board_id == board_id)
        return [
            Standing(own, cls.published_at, cls.id),
            Standing(guests, Posting.published_at, Posting.article_id),
        ]

    @classmethod
    def cross_posted(cls) -> Select[Any]:
        """Articles beside the boards, not their own, that list them."""
        joined = select(cls).join(Posting, Posting.article_id == cls.id)
        return joined.where(cls.board_id != Posting.board_id)


@dataclass(frozen=True)
class Standing:
    """Articles of one index, ordered as in a list: by `at`, then `id`."""

    question: Select[Any]
    at: InstrumentedAttribute[datetime | None]
    id: InstrumentedAttribute[int]

    def where(self, *conditions: ColumnElement[bool]) -> "Standing":
        return Standing(self.question.where(*conditions), self.at, self.id)

    @property
    def newest_first(self) -> Select[Any]:
        return self.question.order_by(self.at.desc(), self.id.desc())

    def next_above(self, at: ColumnElement[datetime], id: ColumnElement[int]) -> Select[Any]:
        """The articles above this place in a list by date, nearest first."""
        return self.question.where(self.is_above(at, id)).order_by(self.at, self.id)

    def next_below(self, at: ColumnElement[datetime], id: ColumnElement[int]) -> Select[Any]:
        return self.newest_first.where(self._place < tuple_(at, id))

    def is_above(self, at: ColumnElement[datetime], id: ColumnElement[int]) -> ColumnElement[bool]:
        return self._place > tuple_(at, id)

    @property
    def _place(self) -> Tuple:
        """Compared as one value, so that the index is read from there on."""
        return tuple_(self.at, self.id)


@event.listens_for(Posted, "after_update", propagate=True)
def _follow(_mapper, connection, article: Posted) -> None:
    """Copy a changed time of publication to the article's cross-postings."""
    if inspect(article).attrs.published_at.history.has_changes():
        mine = Posting.article_id == article.id
        connection.execute(update(Posting).where(mine).values(published_at=article.published_at))
