"""Previous and next article in a board's list."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.article.scanning import ScanningError, scan
from board.models.screens.listed import COLUMNS, ListedArticle
from board.models.screens.positions import AT, BOARD, ID, NOW


@dataclass
class Neighbours:
    """The articles beside one in its board's list: `newer` is 이전글, `older` is 다음글."""

    newer: ListedArticle | None
    older: ListedArticle | None

    @property
    def look(self) -> tuple:
        """Everything that they look like."""
        return (clock.today(), *(each and each.look for each in (self.newer, self.older)))

    @classmethod
    def of(cls, article: Article, query: str = "") -> "Neighbours":
        """Both in one query, by index; within the search by which the reader came, unless somebody
        else is searching: the article is there all the same."""
        here = article.published_at, article.id
        asked = {"board": article.board_id, "at": here[0], "id": here[1], "now": clock.now()}
        rows = [ListedArticle(*row) for row in _found(query, asked)]
        newer = [row for row in rows if _place(row) > here]
        older = [row for row in rows if _place(row) < here]
        return cls(min(newer, key=_place, default=None), max(older, key=_place, default=None))


def _found(query: str, asked: dict[str, Any]) -> Sequence[Any]:
    connection = db.session.connection()
    if query:
        with suppress(ScanningError), scan():
            return connection.execute(_nearest(Article.matching(query)), asked).all()
    return connection.execute(_among_all(), asked).all()


def _place(row: ListedArticle) -> tuple[datetime, int]:
    return row.published_at, row.id


@cache
def _among_all() -> Select:
    return _nearest()


def _nearest(*conditions: ColumnElement[bool]) -> Select:
    """The rows above and below in the board's own articles, and in those cross-posted to it."""
    ids = []
    for part in Article.standing_at(BOARD):
        listed = part.where(Article.stands(), *conditions)
        above, below = listed.where(part.at <= NOW).next_above(AT, ID), listed.next_below(AT, ID)
        for side in (above, below):
            ids.append(side.with_only_columns(Article.id).limit(1).scalar_subquery())
    return select(*COLUMNS).where(Article.id.in_(ids))
