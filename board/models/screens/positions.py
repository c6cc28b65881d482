"""Positions in a board's list: how many articles are above the beginning of each month.

So a page is read by an index from the month at its top or its bottom. Nothing is counted but what is
scheduled or pinned, and what is of the same month as the article being read. Statements are built
once.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Select,
    bindparam,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from board.columns import UTCDateTime
from board.extensions import db
from board.models.article.article import Article
from board.models.article.counted import MonthCount, month_number, month_of, month_start
from board.models.article.pinnable import Notice
from board.models.article.posted import Posting
from board.models.site.board import Board

INSTANT = timedelta(microseconds=1)  # the shortest time a database knows

# Parameters: a board's id, the present moment, another moment, and the article being read.
BOARD, ID = (bindparam(name, type_=Integer()) for name in ("board", "id"))
NOW, EDGE, AT = (bindparam(name, type_=UTCDateTime()) for name in ("now", "edge", "at"))


@dataclass(frozen=True)
class Way:
    """How to reach a page: from the moment `edge` on, down or up, over `skipped` articles."""

    edge: datetime
    upwards: bool
    skipped: int


class Positions:
    """How many articles a board lists now, and how many of them are above the one being read.
    Notices are not among them. One query."""

    def __init__(self, board: Board, now: datetime, current: Article | None = None) -> None:
        asked: dict[str, Any] = {"board": board.id, "now": now} | _place_of(current, now)
        months: dict[int | None, int] = {}
        # By the connection: these are numbers, and the session would look for entities in them.
        counted = db.session.connection().execute(_counts(current is not None), asked)
        for month, articles in counted.all():
            months[month] = months.get(month, 0) + articles
        self.above = months.pop(None, 0)
        self._now, self._months = now, sorted(filter(None, months), reverse=True)
        self._rows = [0, *accumulate(months[month] for month in self._months)]
        self.total = self._rows[-1]
        if current is not None and current.published_at is not None:
            here = month_number(current.published_at)
            self.above += self._rows[sum(month > here for month in self._months)]

    def way_to(self, first: int, end: int, by_date: bool) -> Way:
        """The shortest way to the articles from the position `first` to the one before `end`. Sorted
        otherwise than by date, it begins at the top or the bottom."""
        before = bisect_right(self._rows, first) - 1 if by_date else 0
        behind = bisect_left(self._rows, end) if by_date else len(self._months)
        below, above = first - self._rows[before], self._rows[behind] - end
        if below <= above:
            return Way(self._moment(before), upwards=False, skipped=below)
        return Way(self._moment(behind), upwards=True, skipped=above)

    def _moment(self, edge: int) -> datetime:
        """Later than all that is below an edge: the top of the list, or the beginning of a month."""
        return month_start(self._months[edge - 1]) if edge else self._now + INSTANT


def notices_on_top() -> Select[int]:
    """The ids of the articles pinned now in a board."""
    up = select(Notice.article_id).where(Notice.is_up(NOW))
    guest = exists().where(Posting.article_id == Article.id, Posting.board_id == BOARD)
    return select(Article.id).where(
        Article.id.in_(up),
        or_(Article.board_id == BOARD, guest),
        Article.published_at <= NOW,
        Article.stands(),
    )


def _place_of(current: Article | None, now: datetime) -> dict[str, Any]:
    """The parameters that say where an article is in the list, and how far its month reaches."""
    if current is None or current.published_at is None:
        return {}
    end = month_start(month_number(current.published_at) + 1)
    return {"at": current.published_at, "id": current.id, "edge": min(end, now + INSTANT)}


@cache
def _counts(with_current: bool) -> CompoundSelect[Any]:
    """(month, articles) of its counter, and (month, -1) of every one scheduled or pinned. With the
    article being read, also (None, articles above it) in its month."""
    counters = select(MonthCount.month, MonthCount.articles).where(MonthCount.board_id == BOARD)
    pinned = Article.id.in_(notices_on_top())
    parts = [counters, select(month_of(Article.published_at), literal(-1)).where(pinned)]
    for part in Article.standing_at(BOARD):
        standing = part.where(Article.stands())
        later = standing.where(part.at > NOW).question
        parts.append(later.with_only_columns(month_of(part.at), literal(-1)))
        if with_current:
            listed = part.at < EDGE, part.is_above(AT, ID), ~Article.is_pinned(NOW)
            above = standing.where(*listed).question
            counted = null(), func.count()
            parts.append(above.with_only_columns(*counted, maintain_column_froms=True))
    return union_all(*parts)
