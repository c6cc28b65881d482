"""Newsroom article list: articles by state, with title search."""

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import joinedload

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.article.deletable import Deletion
from board.models.article.searchable import LONGEST_QUERY
from board.models.screens.paging import Sheet
from board.text.plain import escape_like

DELETED = "deleted"
STATES = {
    "draft": "쓰는 중",
    "scheduled": "예약",
    "published": "올린 글",
    "withdrawn": "내린 글",
    DELETED: "지운 글",
}


class Desk(Sheet):
    """One page of articles in a state, or in any; `tabs` are (state, name, how many)."""

    def __init__(self, state: str = "", query: str = "", page: int = 1) -> None:
        self.state = state if state in STATES else ""
        self.query = query.strip()[:LONGEST_QUERY]
        self.counts = dict(db.session.execute(self._counted()).all())
        super().__init__(self._question(), page)

    @property
    def tabs(self) -> list[tuple[str, str, int]]:
        each = [(state, name, self.counts.get(state, 0)) for state, name in STATES.items()]
        kept = sum(count for state, count in self.counts.items() if state != DELETED)
        return [("", "전체", kept), *each]

    def _question(self) -> Select[Article]:
        question = select(Article).where(*self._matching()).options(*Article.in_list())
        question = question.options(joinedload(Article.deletion).joinedload(Deletion.by))
        question = question.where(_state() == self.state if self.state else Article.is_kept())
        return question.order_by(Article.updated_at.desc(), Article.id.desc())

    def _counted(self) -> Select[str, int]:
        state = _state().label("state")
        counted = select(state, func.count()).select_from(Article).where(*self._matching())
        return counted.group_by(state)

    def _matching(self) -> list[ColumnElement[bool]]:
        if not self.query:
            return []
        return [Article.title.ilike(f"%{escape_like(self.query)}%", escape="\\")]


def _state() -> ColumnElement[str]:
    """SQL expression for `article.state`."""
    return case(
        (Article.deletion.has(), DELETED),
        (Article.withdrawal.has(), "withdrawn"),
        (Article.published_at.is_(None), "draft"),
        (Article.published_at <= clock.now(), "published"),
        else_="scheduled",
    )
