"""Lists of articles: one board's, or what a search found, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, and_, case, func, or_, select

from board.extensions import db
from board.models.article import Article
from board.models.board import Board

PAGE_SIZE = 15
SORTS = {
    "date": (Article.published_at.desc(), Article.id.desc()),
    "recommended": (Article.recommendations_count.desc(), Article.published_at.desc()),
    "viewed": (Article.views_count.desc(), Article.published_at.desc()),
    "discussed": (Article.comments_count.desc(), Article.published_at.desc()),
}


class PageNotFound(LookupError):
    """A page number past the end; `last` is the last page there is."""

    def __init__(self, last: int) -> None:
        super().__init__(f"the last page is {last}")
        self.last = last


@dataclass
class Row:
    """An article in a list. `mark` is what its first cell says: 공지, 열람중 or its number."""

    article: Article
    mark: str | int
    is_notice: bool = False
    is_current: bool = False


class Paging:
    """Arithmetic of pages; needs `total` and `page`."""

    total: int
    page: int
    size = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size

    def block(self, width: int = 10) -> list[int]:
        first = (self.page - 1) // width * width + 1
        return list(range(first, min(first + width - 1, self.pages) + 1))

    @property
    def previous_block(self) -> int | None:
        return self.block()[0] - 1 or None

    @property
    def next_block(self) -> int | None:
        last = self.block()[-1]
        return last + 1 if last < self.pages else None

    def check_page(self) -> None:
        if not 1 <= self.page <= self.pages:
            raise PageNotFound(self.pages)


class Listing(Paging):
    """One page of a board's articles, or of all boards' when `board` is None.

    `current` is the article being read: then the page is the one it stands on. Notices stand
    above the first page of a board and are neither counted nor numbered. `whole` brings the bodies
    along, for showing where a search found its words.
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

    def _matching(self) -> Select:
        conditions = [Article.is_out()]
        if self.board is not None:
            conditions.append(Article.board_id == self.board.id)
        if self.query:
            conditions.append(Article.matching(self.query))
        elif self.board is not None:
            conditions.append(~Article.is_pinned())
        return select(Article).where(*conditions)

    def _count(self) -> int:
        matching = self._matching().with_only_columns(func.count())
        if self.current is None:
            return db.session.scalar(matching) or 0
        newer = func.coalesce(func.sum(case((is_newer_than(self.current), 1), else_=0)), 0)
        total, above = db.session.execute(matching.add_columns(newer)).one()
        self.page = min(above // self.size + 1, max(-(-total // self.size), 1))
        return total

    def _numbered(self) -> Iterator[Row]:
        statement = self._matching().options(*self._options).order_by(*SORTS[self.sort])
        articles = db.session.scalars(statement.limit(self.size).offset(self.offset))
        for index, article in enumerate(articles):
            is_current = article is self.current
            mark = "열람중" if is_current else self.total - self.offset - index
            yield Row(article, mark, is_current=is_current)

    def _notices(self) -> Iterator[Row]:
        if self.board is None or self.query or self.page > 1 or self.current is not None:
            return
        for article in db.session.scalars(pinned_in(self.board)):
            yield Row(article, "공지", is_notice=True)


def pinned_in(board: Board | None = None) -> Select:
    """Articles pinned now, newest first, in one board or in all."""
    pinned = Article.published().where(Article.is_pinned()).options(*Article.in_list())
    if board is not None:
        pinned = pinned.where(Article.board_id == board.id)
    return pinned.order_by(*SORTS["date"])


def is_newer_than(article: Article):
    """The condition of standing above `article` in a list by date."""
    return or_(
        Article.published_at > article.published_at,
        and_(Article.published_at == article.published_at, Article.id > article.id),
    )


def is_older_than(article: Article):
    return or_(
        Article.published_at < article.published_at,
        and_(Article.published_at == article.published_at, Article.id < article.id),
    )


@dataclass
class Neighbours:
    """The articles beside one in its board's list: `newer` is 이전글, `older` is 다음글."""

    newer: Article | None
    older: Article | None

    @classmethod
    def of(cls, article: Article, query: str = "") -> "Neighbours":
        """Both in one query; a search the reader came by keeps its say."""
        near = Article.published().where(Article.board_id == article.board_id)
        if query:
            near = near.where(Article.matching(query))
        above = near.where(is_newer_than(article)).order_by(Article.published_at, Article.id)
        below = near.where(is_older_than(article)).order_by(*SORTS["date"])
        ids = [
            part.with_only_columns(Article.id).limit(1).scalar_subquery() for part in (above, below)
        ]
        found = db.session.scalars(
            select(Article).where(Article.id.in_(ids)).options(*Article.in_list())
        ).all()
        by_side = {_is_above(other, article): other for other in found}
        return cls(newer=by_side.get(True), older=by_side.get(False))


def _is_above(other: Article, article: Article) -> bool:
    return (other.published_at, other.id) > (article.published_at, article.id)
