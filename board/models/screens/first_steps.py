"""First steps of a new paper, from its empty database to its first article."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import exists, select

from board.extensions import db
from board.models.article.article import Article
from board.models.site.board import Board
from board.models.site.publisher import Publisher


@dataclass(frozen=True)
class FirstSteps:
    """Setup checklist. Each step is done when its data is there: a paper with a name, a board, an
    article that was published or is scheduled."""

    publisher: bool
    board: bool
    article: bool

    @classmethod
    def read(cls) -> Self:
        """One query."""
        done = (
            exists().where(Publisher.name != ""),
            exists().where(Board.id.is_not(None)),
            exists().where(Article.published_at.is_not(None)),
        )
        return cls(*db.session.execute(select(*done)).one())

    @property
    def are_done(self) -> bool:
        return self.publisher and self.board and self.article
