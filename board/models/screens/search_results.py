"""Search results in one board or all, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Select, func, select, union_all

from board.extensions import db
from board.models.article.article import Article
from board.models.article.posted import Standing
from board.models.article.scanning import scan
from board.models.screens.listed import COLUMNS, ListedArticle
from board.models.screens.listing import SORTS, merged
from board.models.screens.paging import Paging
from board.models.site.board import Board


@dataclass(slots=True)
class SearchResult(ListedArticle):
    """A search result with its board's name and its body, to show where the search matched."""

    board_name: str = field(default="", kw_only=True)
    body: str = field(default="", kw_only=True)


class SearchResults(Paging):
    """One page of the articles that match a query, in a board or, when it is None, in all.

    Raises `ScanningError` while somebody else searches.
    """

    def __init__(
        self, query: str, board: Board | None = None, page: int = 1, sort: str = "date"
    ) -> None:
        self.board, self.query, self.page = board, query.strip(), page
        self.sort = sort if sort in SORTS else "date"
        found = Article.is_out(), Article.matching(self.query)
        parts = [part.where(*found) for part in Article.standing_in(board)]
        with scan():
            self.total = sum(db.session.scalars(union_all(*map(_counted, parts))))
            self.check_page()
            self.rows = list(self._read(parts))

    def _read(self, parts: list[Standing]) -> Iterator[SearchResult]:
        page = merged(parts, self.size, self.offset, self.sort)
        columns = *COLUMNS, Board.name, Article.body
        question = select(*columns).join(Article.board).where(Article.id.in_(page))
        found = db.session.execute(question.order_by(*SORTS[self.sort])).all()
        for number, (*listed, board, body) in enumerate(found):
            row = SearchResult(*listed, board_name=board, body=body)
            row.mark = self.total - self.offset - number
            yield row


def _counted(part: Standing) -> Select[int]:
    return part.question.with_only_columns(func.count(), maintain_column_froms=True)
