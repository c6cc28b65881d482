"""Rows of a thread: what its comments look like, read as columns by statements that are built once.

A thread loads the comments themselves only if they must be rendered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.orm import aliased, joinedload

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models.article.article import Article
from board.models.comment.comment import Comment
from board.models.comment.hold import Hold
from board.models.comment.removal import TAKE_BACK, Removal
from board.models.comment.report import Report
from board.models.legal.takedown.takedown import Takedown
from board.models.screens.cursor import EPOCH, Cursor
from board.models.user.user import User
from board.models.voting.recommendation import CommentRecommendation

TOP_AT_LEAST = 5
TOP_AT_MOST = 3
OLDEST, NEWEST, BEST = "oldest", "newest", "best"
BY_TIME = (Comment.created_at, Comment.id)
BY_RECOMMENDATIONS = (-Comment.recommendations_count, *BY_TIME)
ARTICLE: BindParameter[int] = bindparam("article")
VIEWER: BindParameter[str] = bindparam("viewer")
LENGTH: BindParameter[int] = bindparam("length")
CREATED_AT, AS_OF = (
    bindparam("created_at", type_=UTCDateTime),
    bindparam("as_of", type_=UTCDateTime),
)
WRITER, REMOVAL = aliased(User), aliased(Removal)
HOLD, TAKEDOWN = aliased(Hold), aliased(Takedown)
# All that a comment looks like to those who do not judge it.
LOOK = (
    Comment.id,
    Comment.parent_id,
    Comment.depth,
    type_coerce(Comment.html, Text).label("html"),
    Comment.created_at,
    Comment.edited_at,
    Comment.nickname,
    Comment.user_id,
    Comment.guest_key,
    Comment.password_hash.is_not(None).label("is_guest"),
    Comment.recommendations_count,
    Comment.recommendations_excluded,
    WRITER.name,
    REMOVAL.created_at.label("removed_at"),
    REMOVAL.by_author,
    REMOVAL.reason,
    REMOVAL.by_role.label("remover"),
    HOLD.source,
    HOLD.by_role.label("holder"),
    TAKEDOWN.since,
    TAKEDOWN.until,
)


@dataclass(frozen=True)
class Asker:
    """A viewer whose key and id are parameters of a statement."""

    key: Any = None
    id: Any = None


GUEST, MEMBER = "guest", "member"
ASKERS = {
    None: Asker(),
    GUEST: Asker(VIEWER),
    MEMBER: Asker(VIEWER, bindparam("viewer_id")),
}


def page_rows(
    article: Article, viewer, order: str, after: Cursor | None, length: int
) -> Sequence[Row]:
    """The rows of a page: so many top-level comments, and their answers. Each also has `score`,
    `as_of` (see `Cursor`), and in `following` how many top-level comments begin with the page."""
    asked = _asked(article, viewer) | _after(after) | {"length": length}
    question = _page(order, after is not None, _kind(viewer))
    return db.session.connection().execute(question, asked).all()


def best_rows(article: Article) -> Sequence[Row]:
    """The rows of its most recommended comments."""
    return db.session.connection().execute(_best(), {"article": article.id}).all()


def answer_rows(comment: Comment, viewer) -> Sequence[Row]:
    """The rows of the top-level comment above this answer, and of all its answers, oldest first."""
    these = or_(Comment.id == comment.root_id, Comment.root_id == comment.root_id)
    question = _looks().where(these, Comment.leaves_trace(viewer)).order_by(*BY_TIME)
    return db.session.execute(question).all()


def look_of(row: Row) -> tuple:
    """All that the row's comment looks like, whenever it is looked at."""
    return (*row[: len(LOOK)], is_taken_down(row))


def is_up(row: Row) -> bool:
    """What `Comment.is_up` says of the row's comment."""
    return not (row.removed_at or row.source or is_taken_down(row))


def is_taken_down(row: Row) -> bool:
    return row.until is not None and clock.now() < row.until


def left_no_trace(row: Row) -> bool:
    """Whether its writer deleted it and can no longer undo that."""
    return bool(row.by_author) and clock.now() - row.removed_at >= TAKE_BACK


def author_key(row: Row) -> str | None:
    return f"u:{row.user_id}" if row.user_id else row.guest_key


def own_deeds(viewer, article: Article) -> dict[int, tuple[bool, Report | None]]:
    """{comment id: (recommended by the viewer, the viewer's report or None)}."""
    if viewer.key is None:
        return {}
    rows = db.session.execute(_deeds(), _asked(article, viewer))
    return {comment_id: (given is not None, made) for comment_id, given, made in rows}


@cache
def _page(order: str, continued: bool, kind: str | None) -> Select:
    """The rows of a page; the parameters are those of `_asked`."""
    here = and_(Comment.article_id == ARTICLE, Comment.leaves_trace(ASKERS[kind]))
    score = _score(order, continued)
    keys = (-score, *BY_TIME) if order == BEST else BY_TIME
    directed = [key.desc() for key in keys] if order == NEWEST else keys
    roots = and_(here, Comment.parent_id.is_(None))
    if continued:
        last = tuple_(*(-bindparam("score"), CREATED_AT, bindparam("id"))[-len(keys) :])
        roots &= tuple_(*keys) < last if order == NEWEST else tuple_(*keys) > last
    page = select(select(Comment.id).where(roots).order_by(*directed).limit(LENGTH).subquery())
    following = select(func.count()).select_from(Comment).where(roots).scalar_subquery()
    as_of = _as_of(order, continued)
    return (
        _looks(score.label("score"), following.label("following"), as_of.label("as_of"))
        .where(or_(Comment.id.in_(page), Comment.root_id.in_(page)), here)
        .order_by(*directed)
    )


def _score(order: str, continued: bool) -> SQLColumnExpression[int]:
    """SQL expression: the recommendations that count in this order of pages."""
    if order != BEST:
        return literal(0)
    if not continued:
        return Comment.recommendations_count
    return Comment.recommendations_count - Comment.votes(excluded=False, since=AS_OF)


def _as_of(order: str, continued: bool) -> SQLColumnExpression[datetime]:
    """SQL expression: when the newest recommendation was made that counts in this order."""
    if order != BEST or continued:
        return AS_OF
    votes = CommentRecommendation
    newest = select(func.max(votes.created_at)).join(Comment, Comment.id == votes.comment_id)
    return newest.where(Comment.article_id == ARTICLE).scalar_subquery()


@cache
def _best() -> Select:
    """The most recommended of the article's comments."""
    liked = Comment.recommendations_count >= TOP_AT_LEAST
    best = _looks().where(Comment.article_id == ARTICLE, liked, Comment.is_up())
    return best.order_by(*BY_RECOMMENDATIONS).limit(TOP_AT_MOST)


def _looks(*more: ColumnElement) -> Select:
    """Rows with `LOOK`, and `more`."""
    return (
        select(*LOOK, *more)
        .select_from(Comment)
        .outerjoin(Comment.user.of_type(WRITER))
        .outerjoin(Comment.removal.of_type(REMOVAL))
        .outerjoin(Comment.hold.of_type(HOLD))
        .outerjoin(Comment.lasting_takedown.of_type(TAKEDOWN))
    )


@cache
def _deeds() -> Select:
    recommendation, report = CommentRecommendation, Report
    given = and_(recommendation.comment_id == Comment.id, recommendation.voter == VIEWER)
    made = and_(report.comment_id == Comment.id, report.reporter == VIEWER)
    return (
        select(Comment.id, recommendation.id, report)
        .outerjoin(recommendation, given)
        .outerjoin(report, made)
        .where(Comment.article_id == ARTICLE, or_(recommendation.id > 0, report.id > 0))
        .options(joinedload(report.ruling))
    )


def _kind(viewer) -> str | None:
    """Whose own comments the viewer sees in a thread: see `ASKERS`."""
    if viewer.key is None:
        return None
    return GUEST if viewer.id is None else MEMBER


def _asked(article: Article, viewer) -> dict[str, Any]:
    return {"article": article.id, "viewer": viewer.key, "viewer_id": viewer.id}


def _after(cursor: Cursor | None) -> dict[str, Any]:
    at = cursor or Cursor(EPOCH, 0)
    as_of = cursor and cursor.as_of
    return {"created_at": at.created_at, "id": at.id, "score": at.score, "as_of": as_of}
