"""Article listing: a board's articles, page by page."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, literal, select, union_all

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.article.counted import Column
from board.models.article.posted import Standing
from board.models.screens.listed import COLUMNS, ListedArticle
from board.models.screens.paging import Paging
from board.models.screens.positions import BOARD, EDGE, NOW, Positions, Way, notices_on_top
from board.models.site.board import Board

BY_DATE = (Article.published_at.desc(), Article.id.desc())
SORTS = {
    "date": BY_DATE,
    "recommended": (Article.recommendations_count.desc(), *BY_DATE),
    "viewed": (Article.views_count.desc(), *BY_DATE),
    "discussed": (Article.comments_count.desc(), *BY_DATE),
}
SKIPPED, LENGTH = (bindparam(name, type_=Integer()) for name in ("skipped", "length"))


class Listing(Paging):
    """One page of a board's articles. With `current`, the article being read, it is the page which
    that one is on. Notices stand above the first page and are neither counted nor numbered.

    Two queries; they read little more than the rows of the page, wherever it is.
    """

    query = ""  # what a pager asks of every list

    def __init__(
        self, board: Board, page: int = 1, sort: str = "date", current: Article | None = None
    ) -> None:
        self.board, self.current, self.page = board, current, page
        self.sort = sort if sort in SORTS else "date"
        now = clock.now()
        positions = Positions(board, now, current)
        self.total = positions.total
        if current is not None:
            self.page = min(positions.above // self.size + 1, self.pages)
        self.check_page()
        end = min(self.offset + self.size, self.total)
        way = positions.way_to(self.offset, end, by_date=self.sort == "date")
        self.rows = list(self._marked(self._read(now, way, end - self.offset)))

    @property
    def look(self) -> tuple:
        """Everything that its table and its pager look like."""
        place = (self.board.slug, self.board.name, self.total, self.page, self.sort)
        return (clock.today(), *place, *(row.look for row in self.rows))

    def _read(self, now: datetime, way: Way, length: int) -> Iterator[ListedArticle]:
        with_notices = self.page == 1 and self.current is None
        asked = {"now": now, "edge": way.edge, "skipped": way.skipped, "length": length}
        question = _page(self.sort, way.upwards, with_notices)
        rows = db.session.connection().execute(question, {"board": self.board.id, **asked})
        return (ListedArticle(*row) for row in rows.all())

    def _marked(self, rows: Iterator[ListedArticle]) -> Iterator[ListedArticle]:
        number = self.total - self.offset
        for row in rows:
            if row.is_notice:
                row.mark = "공지"
            else:
                row.is_current = self.current is not None and row.id == self.current.id
                row.mark = "열람중" if row.is_current else number
                number -= 1
            yield row


def merged(
    parts: list[Standing],
    length: int | ColumnElement[int],
    offset: int | ColumnElement[int] = 0,
    sort: str = "date",
    upwards: bool = False,
) -> Select[int]:
    """The ids of one page of all parts merged, in the order of a list or in that from its bottom.
    Each part is read in index order, only as far as the page reaches."""
    keys = [key.element for key in SORTS[sort]]
    heads = []
    for part in parts:
        own = [part.at, part.id] if sort == "date" else keys
        question = part.question.order_by(*(_directed(key, upwards) for key in own))
        heads.append(question.with_only_columns(*keys).limit(offset + length).subquery())
    rows = union_all(*(head.select() for head in heads)).subquery()
    order = [_directed(column, upwards) for column in rows.c]
    return select(rows.c.id).order_by(*order).limit(length).offset(offset)


def newest_in(board: Board | None, length: int) -> Select:
    """The newest articles of a board, cross-posted ones included, or of all; with bodies."""
    parts = [part.where(Article.is_out()) for part in Article.standing_in(board)]
    newest = select(Article).where(Article.id.in_(merged(parts, length)))
    return newest.options(*Article.whole()).order_by(*BY_DATE)


@cache
def _page(sort: str, upwards: bool, with_notices: bool) -> Select[Any]:
    """The rows of a page, reached as a `Way` says."""
    parts = []
    for part in Article.standing_at(BOARD):
        reach = (part.at >= EDGE, part.at <= NOW) if upwards else (part.at < EDGE,)
        parts.append(part.where(*reach, Article.stands(), ~Article.is_pinned(NOW)))
    page = merged(parts, LENGTH, SKIPPED, sort, upwards).subquery()
    found = [select(page.c.id, literal(False).label("is_notice"))]
    if with_notices:
        notices = notices_on_top().subquery()
        found.append(select(notices.c.id, literal(True)))
    shown = union_all(*found).subquery()
    rows = select(*COLUMNS, shown.c.is_notice).join(shown, shown.c.id == Article.id)
    return rows.order_by(shown.c.is_notice.desc(), *SORTS[sort])


def _directed(key: Column, upwards: bool) -> ColumnElement[Any]:
    return key.asc() if upwards else key.desc()
