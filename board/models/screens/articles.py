"""Newsroom article list: articles by state, with title search."""

from contextlib import nullcontext

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from board.columns import present
from board.extensions import db
from board.models.article.article import Article
from board.models.article.deletable import Deletion
from board.models.article.publishable import Withdrawal
from board.models.article.scanning import scan
from board.models.article.searchable import LONGEST_QUERY
from board.models.intake.origin import Origin
from board.models.screens.paging import Paging
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


class Desk(Paging):
    """One page of articles in a state, or in any; `tabs` are (state, name, how many).

    Nothing is counted one by one but drafts and scheduled articles, and those withdrawn or deleted.
    A page is read from the nearer end of its list. Only a title search looks at every article;
    it raises `ScanningError` while somebody else searches.
    """

    size = 30
    board, sort = None, "date"  # what a pager asks of every list

    def __init__(self, state: str = "", query: str = "", page: int = 1) -> None:
        self.state = state if state in STATES else ""
        self.query = query.strip()[:LONGEST_QUERY]
        self.page = page
        with scan() if self.query else nullcontext():
            self._look_up()

    def _look_up(self) -> None:
        self.counts = _counts(self._matching())
        self.total = self.counts[self.state] if self.state else self._kept
        self.check_page()
        self.rows = self._read()

    @property
    def tabs(self) -> list[tuple[str, str, int]]:
        each = [(state, name, self.counts[state]) for state, name in STATES.items()]
        return [("", "전체", self._kept), *each]

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
        deleted = joinedload(Article.deletion).joinedload(Deletion.by)
        unfiled = joinedload(Article.origin).load_only(Origin.lacks_board)
        whole = (*Article.in_list(), deleted, unfiled)
        page = select(Article).where(Article.id.in_(ids.limit(length))).options(*whole)
        return list(db.session.scalars(page.order_by(*NEWEST)))

    def _matching(self) -> list[ColumnElement[bool]]:
        if not self.query:
            return []
        return [Article.title.ilike(f"%{escape_like(self.query)}%", escape="\\")]


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
