"""Newsroom article list: articles by state, board and date, with title search."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from board import clock
from board.columns import present
from board.extensions import db
from board.models.article.article import Article
from board.models.article.deletable import Deletion
from board.models.article.publishable import Withdrawal
from board.models.article.scanning import scan
from board.models.article.searchable import LONGEST_QUERY
from board.models.intake.origin import Origin
from board.models.screens.listing import BY_DATE
from board.models.screens.paging import PageNotFound, Paging
from board.models.site.board import Board
from board.text.plain import escape_like

DRAFT, SCHEDULED, PUBLISHED = "draft", "scheduled", "published"
WITHDRAWN, DELETED = "withdrawn", "deleted"
STATES = {
    DRAFT: "초안",
    SCHEDULED: "예약",
    PUBLISHED: "게시",
    WITHDRAWN: "게시 중단",
    DELETED: "지운 글",
}
NEWEST = (Article.updated_at.desc(), Article.id.desc())
OLDEST = (Article.updated_at, Article.id)
FEW = (DRAFT, WITHDRAWN, DELETED)  # found by their state, whatever the board


class Desk(Paging):
    """One page of articles in a state, or in any; `tabs` are (state, name, how many).

    Nothing is counted one by one but drafts and scheduled articles, and those withdrawn or deleted.
    A page is read from the nearer end of its list. Only a title search looks at every article;
    it raises `ScanningError` while somebody else searches.

    Narrowed to a board, or to days of publication from `since` to `until`, nothing is counted (None
    in the tabs): such a page only knows whether there `is_more`.
    """

    size = 30
    board, sort = None, "date"  # what a pager asks of every list
    is_more = False

    def __init__(
        self,
        state: str = "",
        query: str = "",
        page: int = 1,
        of_board: Board | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        self.state = state if state in STATES else ""
        self.query = query.strip()[:LONGEST_QUERY]
        self.page, self.of_board = page, of_board
        self.since, self.until = since, until
        with scan() if self.query else nullcontext():
            self._turn_to() if self.is_narrowed else self._look_up()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.of_board or self.since or self.until)

    def _look_up(self) -> None:
        self.counts = _counts(self._matching())
        self.total = self.counts[self.state] if self.state else self._kept
        self.check_page()
        self.rows = self._read()

    def _turn_to(self) -> None:
        """The page of a narrowed list, in the order of the index that finds it."""
        is_dated = self.since or self.until or self.state in (SCHEDULED, PUBLISHED)
        order = BY_DATE if is_dated else NEWEST
        ids = select(Article.id).where(_in_state(self.state), *self._matching(), *self._narrowed())
        found = self._load(ids.order_by(*order).offset(self.offset).limit(self.size + 1), order)
        if self.page > 1 and not found:
            raise PageNotFound(1)
        self.rows, self.is_more = found[: self.size], len(found) > self.size

    @property
    def tabs(self) -> list[tuple[str, str, int | None]]:
        names = {"": "전체"} | STATES
        if self.is_narrowed:
            return [(state, name, None) for state, name in names.items()]
        counts = self.counts | {"": self._kept}
        return [(state, name, counts[state]) for state, name in names.items()]

    @property
    def _kept(self) -> int:
        return sum(count for state, count in self.counts.items() if state != DELETED)

    def _read(self) -> list[Article]:
        """The rows of the page; from its middle on the list is read from the end."""
        ids = select(Article.id).where(_in_state(self.state), *self._matching())
        length = min(self.size, self.total - self.offset)
        below = self.total - self.offset - length
        if self.offset <= below:
            ids = ids.order_by(*NEWEST).offset(self.offset)
        else:
            ids = ids.order_by(*OLDEST).offset(below)
        return self._load(ids.limit(length), NEWEST)

    def _load(self, ids: Select[int], order: tuple) -> list[Article]:
        deleted = joinedload(Article.deletion).joinedload(Deletion.by)
        unfiled = joinedload(Article.origin).load_only(Origin.lacks_board)
        whole = (*Article.in_list(), deleted, unfiled)
        page = select(Article).where(Article.id.in_(ids)).options(*whole)
        return list(db.session.scalars(page.order_by(*order)))

    def _matching(self) -> list[ColumnElement[bool]]:
        if not self.query:
            return []
        return [Article.title.ilike(f"%{escape_like(self.query)}%", escape="\\")]

    def _narrowed(self) -> Iterator[ColumnElement[bool]]:
        """SQL conditions for the board and the days. Adding 0 keeps a database from looking for a
        state's few articles among all of the board."""
        if self.of_board is not None:
            board_id = Article.board_id + 0 if self.state in FEW else Article.board_id
            yield board_id == self.of_board.id
        if self.since is not None:
            yield Article.published_at >= clock.day_start(self.since)
        if self.until is not None:
            yield Article.published_at < clock.day_end(self.until)


def _in_state(state: str) -> ColumnElement[bool]:
    """SQL expression for `article.state == state`; for no state, that it is not deleted."""
    kept, stands = Article.is_kept(), Article.is_kept() & ~Article.withdrawal.has()
    return {
        "": kept,
        DRAFT: Article.published_at.is_(None) & stands,
        SCHEDULED: (Article.published_at > present()) & stands,
        PUBLISHED: Article.is_out(),
        WITHDRAWN: Article.id.in_(select(Withdrawal.article_id)) & kept,
        DELETED: Article.id.in_(select(Deletion.article_id)),
    }[state]


def _counts(matching: list[ColumnElement[bool]]) -> dict[str, int]:
    """{state: how many of these articles}; one query. The published ones are what is left."""
    asked = {state: [_in_state(state)] for state in STATES if state != PUBLISHED} | {PUBLISHED: []}
    numbers = (
        select(func.count()).select_from(Article).where(*which, *matching).scalar_subquery()
        for which in asked.values()
    )
    counts = dict(zip(asked, db.session.execute(select(*numbers)).one(), strict=True))
    counts[PUBLISHED] -= sum(counts[state] for state in STATES if state != PUBLISHED)
    return counts
