"""Article listing: a board's articles or search results, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, case, func, literal, or_, select, union_all

from board.extensions import db
from board.models.article.article import Article
from board.models.article.pinnable import Notice
from board.models.article.posted import Posting, Standing
from board.models.screens.paging import Paging
from board.models.site.board import Board

BY_DATE = (Article.published_at.desc(), Article.id.desc())
SORTS = {
    "date": BY_DATE,
    "recommended": (Article.recommendations_count.desc(), *BY_DATE),
    "viewed": (Article.views_count.desc(), *BY_DATE),
    "discussed": (Article.comments_count.desc(), *BY_DATE),
}


@dataclass
class Row:
    """A row of a listing. `mark` is the text of its first cell: 공지, 열람중 or its number."""

    article: Article
    mark: str | int
    is_notice: bool = False
    is_current: bool = False


class Listing(Paging):
    """One page of a board's articles, or of all boards' when `board` is None.

    `current` is the article being read: the page is then the one it is on. Notices stand above the
    first page of a board and are neither counted nor numbered. `whole` loads bodies too, to show
    where a search matched.
    """

    def __init__(
        self,
        board: Board | None = None,
        page: int = 1,
        sort: str = "date",
        query: str = "",
        current: Article | None = None,
        whole: bool = False,
    ) -> None:
        self.board, self.query, self.current = board, query.strip(), current
        self._options = Article.whole() if whole else Article.in_list()
        self.sort = sort if sort in SORTS else "date"
        self.page = page
        self.total = self._count()
        self.check_page()
        self.rows = [*self._notices(), *self._numbered()]

    @property
    def is_plain(self) -> bool:
        return self.sort == "date" and not self.query

    def _parts(self) -> list[Standing]:
        """What is listed: the board's own articles, and those cross-posted to it."""
        conditions = [Article.is_out()]
        if self.query:
            conditions.append(Article.matching(self.query))
        elif self.board is not None:
            conditions.append(~Article.is_pinned())
        return [part.where(*conditions) for part in Article.standing_in(self.board)]

    def _count(self) -> int:
        """The total, and the number of articles above the current one."""
        counted = union_all(*(_counted(part, self.current) for part in self._parts()))
        total, above = map(sum, zip(*db.session.execute(counted), strict=True))
        if self.current is not None:
            self.page = min(above // self.size + 1, max(-(-total // self.size), 1))
        return total

    def _numbered(self) -> Iterator[Row]:
        page = merged(self._parts(), self.size, self.offset, self.sort)
        question = select(Article).where(Article.id.in_(page)).order_by(*SORTS[self.sort])
        for index, article in enumerate(db.session.scalars(question.options(*self._options))):
            is_current = article is self.current
            mark = "열람중" if is_current else self.total - self.offset - index
            yield Row(article, mark, is_current=is_current)

    def _notices(self) -> Iterator[Row]:
        if self.board is None or self.query or self.page > 1 or self.current is not None:
            return
        for article in db.session.scalars(pinned_in(self.board)):
            yield Row(article, "공지", is_notice=True)


def merged(parts: list[Standing], length: int, offset: int = 0, sort: str = "date") -> Select:
    """The ids of one page of all parts merged. Each part is read in index order only as far as the
    page reaches, so that a board of a hundred thousand articles stays fast."""
    keys = [key.element for key in SORTS[sort]]
    heads = []
    for part in parts:
        question = part.newest_first if sort == "date" else part.question.order_by(*SORTS[sort])
        heads.append(question.with_only_columns(*keys).limit(offset + length).subquery())
    rows = union_all(*(head.select() for head in heads)).subquery()
    order = [column.desc() for column in rows.c]
    return select(rows.c.id).order_by(*order).limit(length).offset(offset)


def newest_in(board: Board | None, length: int) -> Select:
    """The newest articles of a board, cross-posted ones included, or of all; with bodies."""
    parts = [part.where(Article.is_out()) for part in Article.standing_in(board)]
    newest = select(Article).where(Article.id.in_(merged(parts, length)))
    return newest.options(*Article.whole()).order_by(*BY_DATE)


def pinned_in(board: Board | None = None) -> Select:
    """Articles pinned now, newest first, in one board or in all."""
    pinned = Article.published().join(Article.notice).where(Notice.is_up())
    if board is not None:
        guests = select(Posting.article_id).where(Posting.board_id == board.id)
        pinned = pinned.where(or_(Article.board_id == board.id, Article.id.in_(guests)))
    return pinned.options(*Article.in_list()).order_by(*BY_DATE)


def _counted(part: Standing, current: Article | None) -> Select:
    above = func.sum(case((part.is_above(current), 1), else_=0)) if current else literal(0)
    counts = (func.count(), func.coalesce(above, 0))
    return part.question.with_only_columns(*counts, maintain_column_froms=True)
