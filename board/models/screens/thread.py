"""Comment thread: one page in reading order, in a fixed number of queries.

Pages follow each other by a keyset cursor, never by a number of rows to skip: whatever is written,
taken back or recommended while somebody reads, the next page goes on where the last one ended.

What a comment looks like is read as a plain row first, and the comments themselves only if they must
be rendered: most of a thread looks as it did when it was last shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
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
from board.models.comment.editable import EDIT_WINDOW
from board.models.comment.hold import Hold
from board.models.comment.removal import TAKE_BACK, Removal
from board.models.comment.report import Report
from board.models.comment.threaded import DEEPEST_INDENT
from board.models.legal.takedown.takedown import Takedown
from board.models.screens.cursor import EPOCH, Cursor
from board.models.user.user import User
from board.models.voting.recommendation import CommentRecommendation

PAGE_SIZE = 50
PART = 15  # comments that are rendered together
LOOK = 21  # columns of `_looks`
TOP_AT_LEAST = 5
TOP_AT_MOST = 3
OLDEST, NEWEST, BEST = "oldest", "newest", "best"
ORDERS = (OLDEST, NEWEST, BEST)
BY_TIME = (Comment.created_at, Comment.id)
BY_RECOMMENDATIONS = (-Comment.recommendations_count, *BY_TIME)
ARTICLE: BindParameter[int] = bindparam("article")
VIEWER: BindParameter[str] = bindparam("viewer")
LENGTH: BindParameter[int] = bindparam("length")
CREATED_AT, AS_OF = (
    bindparam("created_at", type_=UTCDateTime),
    bindparam("as_of", type_=UTCDateTime),
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


@dataclass
class ThreadItem:
    """A comment in the thread. `to` names whom it answers beyond the deepest indent, unless that
    comment is hidden: then its writer's name is, too."""

    comment: Comment
    recommended: bool = False
    report: Report | None = None  # the viewer's own

    @property
    def indent(self) -> int:
        return self.comment.indent

    @property
    def to(self) -> str | None:
        parent = self.comment.parent
        if self.comment.depth <= DEEPEST_INDENT or parent is None or not parent.is_shown:
            return None
        return parent.author_name


class Thread:
    """A page of comments, the first or the one `after` a cursor: `items` is flat, in reading order;
    `top` holds the article's most recommended; `remaining` top-level comments follow after `end`.

    `parts` are the same items in tens, and `best` is `top`, each with what its rendering depends on.
    """

    def __init__(
        self, article: Article, viewer, order: str = OLDEST, after: Cursor | None = None
    ) -> None:
        self.article, self.viewer = article, viewer
        self.after = after
        self.order = order if order in ORDERS else OLDEST
        rows = self._fetch()
        self._own = _own_deeds(viewer, article)
        self.parts = [Part(self, rows[at : at + PART]) for at in range(0, len(rows), PART)]
        self.best = Part(self, self._most_recommended(rows) if after is None else [])

    @staticmethod
    def alone(comment: Comment, viewer) -> ThreadItem:
        """One comment as shown in the response to a form."""
        return ThreadItem(comment, comment.is_recommended_by(viewer), comment.report_by(viewer))

    @property
    def count(self) -> int:
        return self.article.comments_count

    @property
    def items(self) -> list[ThreadItem]:
        return [item for part in self.parts for item in part.items]

    @property
    def top(self) -> list[ThreadItem]:
        return self.best.items

    @cached_property
    def audience(self) -> tuple:
        """What the viewer may do under any of these comments."""
        board = self.article.board
        may_answer = self.viewer.can_comment_on(self.article)
        return (self.viewer.role, may_answer, board.recommending, board.reporting)

    @property
    def writing(self) -> tuple | None:
        """Everything that the place to write a comment looks like; None for staff, who find more
        there."""
        article, slowdown = self.article, self.article.slowdown
        told = slowdown and (slowdown.sentence, slowdown.is_closing)
        board = (article.board.commenting, article.board.holds_newcomers)
        asked = (self.viewer.is_guest, self.audience, article.comments_open)
        return None if self.viewer.is_staff else (article.id, told, *board, *asked)

    @cached_property
    def comments(self) -> dict[int, Comment]:
        """The page's comments by id, loaded with all that they show."""
        ids = [row.id for part in (*self.parts, self.best) for row in part.rows]
        loading = Comment.whole() + (Comment.decided() if self.viewer.is_moderator else ())
        found = db.session.scalars(select(Comment).where(Comment.id.in_(ids)).options(*loading))
        return {comment.id: comment for comment in found}

    def own(self, row: Row) -> tuple[bool, Report | None]:
        """(recommended by the viewer, the viewer's report or None)."""
        return self._own.get(row.id, (False, None))

    def _fetch(self) -> list[Row]:
        rows = db.session.execute(
            _page(self.order, self.after is not None, _kind(self.viewer)),
            _asked(self.article, self.viewer, self.after),
        ).all()
        shown = [row for row in rows if row.parent_id is None]
        self.remaining, self.end = 0, None
        if shown:
            last = shown[-1]
            self.remaining = last.following - len(shown)
            self.end = Cursor(last.created_at, last.id, last.score, last.as_of or EPOCH)
        return _reading_order(rows)

    def _most_recommended(self, rows: list[Row]) -> Sequence[Row]:
        if self.count < TOP_AT_MOST:
            return []
        if self.remaining:
            return db.session.execute(_best(), {"article": self.article.id}).all()
        liked = [row for row in rows if row.recommendations_count >= TOP_AT_LEAST and _is_up(row)]
        liked.sort(key=lambda row: (-row.recommendations_count, row.created_at, row.id))
        return liked[:TOP_AT_MOST]


@dataclass(frozen=True)
class Part:
    """Some comments that are rendered together; `rows` are their looks."""

    thread: Thread
    rows: Sequence[Row]

    @property
    def items(self) -> list[ThreadItem]:
        found = self.thread.comments
        return [
            ThreadItem(found[row.id], *self.thread.own(row)) for row in self.rows if row.id in found
        ]

    @property
    def look(self) -> tuple | None:
        """Everything that their rendering depends on, beside the address of the page. None when
        they are rendered for this viewer alone: for staff, and for who wrote something that is
        hidden."""
        viewer = self.thread.viewer
        now, seen = clock.now(), []
        for row in self.rows:
            is_own = viewer.key is not None and viewer.key == _author_key(row)
            if viewer.is_staff or (is_own and not _is_up(row)):
                return None
            recommended, report = self.thread.own(row)
            is_young = now - row.created_at < EDIT_WINDOW
            told = report.outcome if report else None
            taken_down = _is_taken_down(row, now)
            seen.append((*row[:LOOK], is_own, taken_down, recommended, is_young, told))
        return (*self.thread.audience, *seen)


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
    """Rows with what a comment looks like to those who do not judge it, and `more`."""
    writer, removal = aliased(User), aliased(Removal)
    hold, takedown = aliased(Hold), aliased(Takedown)
    return (
        select(
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
            writer.name,
            removal.created_at.label("removed_at"),
            removal.by_author,
            removal.reason,
            removal.by_role.label("remover"),
            hold.source,
            hold.by_role.label("holder"),
            takedown.since,
            takedown.until,
            *more,
        )
        .select_from(Comment)
        .outerjoin(Comment.user.of_type(writer))
        .outerjoin(Comment.removal.of_type(removal))
        .outerjoin(Comment.hold.of_type(hold))
        .outerjoin(Comment.lasting_takedown.of_type(takedown))
    )


def _kind(viewer) -> str | None:
    """Whose own comments the viewer sees in a thread: see `ASKERS`."""
    if viewer.key is None:
        return None
    return GUEST if viewer.id is None else MEMBER


def _asked(article: Article, viewer, after: Cursor | None = None) -> dict[str, Any]:
    """The parameters of the statements here."""
    at = after or Cursor(EPOCH, 0)
    return {
        "article": article.id,
        "length": PAGE_SIZE,
        "viewer": viewer.key,
        "viewer_id": viewer.id,
        "created_at": at.created_at,
        "id": at.id,
        "score": at.score,
        "as_of": at.as_of if after else None,
    }


def _is_up(row: Row) -> bool:
    """What `Comment.is_up` says of the row's comment."""
    return not (row.removed_at or row.source or _is_taken_down(row, clock.now()))


def _is_taken_down(row: Row, now: datetime) -> bool:
    return row.until is not None and now < row.until


def _author_key(row: Row) -> str | None:
    return f"u:{row.user_id}" if row.user_id else row.guest_key


def page_of(comment: Comment, viewer) -> Cursor | None:
    """The cursor of the page, in the default order, on which this viewer finds a comment; of one the
    viewer does not see, the page on which it would stand. None for the first page."""
    root = db.session.get_one(Comment, comment.root_id or comment.id)
    roots = _roots(comment.article, viewer)
    up_to_it = roots.where(tuple_(*BY_TIME) <= tuple_(root.created_at, root.id)).order_by(None)
    count = db.session.scalar(up_to_it.with_only_columns(func.count())) or 0
    return cursor_of(comment.article, viewer, page=-(-count // PAGE_SIZE))


def cursor_of(article: Article, viewer, page: int) -> Cursor | None:
    """The cursor of a page that is known by its number, in the default order; None for the first
    page, and for one past the end."""
    if page <= 1:
        return None
    end = _roots(article, viewer).offset((page - 1) * PAGE_SIZE - 1).limit(1)
    last = db.session.execute(end).first()
    return Cursor(*last) if last else None


def _roots(article: Article, viewer) -> Select:
    """The keys of top-level comments that have a place in this viewer's thread."""
    here = and_(Comment.article_id == article.id, Comment.leaves_trace(viewer))
    return select(*BY_TIME).where(here, Comment.parent_id.is_(None)).order_by(*BY_TIME)


def last_answer(comment: Comment, viewer) -> Comment:
    """The comment after which the reply `comment` is inserted on this viewer's page: the last one
    under its older siblings."""
    rows = db.session.execute(
        _looks()
        .where(or_(Comment.id == comment.root_id, Comment.root_id == comment.root_id))
        .where(Comment.leaves_trace(viewer))
        .order_by(*BY_TIME)
    ).all()
    order = [row.id for row in _reading_order(rows)]
    return db.session.get_one(Comment, order[order.index(comment.id) - 1])


def _reading_order(rows: Iterable[Row]) -> list[Row]:
    """Top-level comments as fetched, each followed by its replies, oldest first.

    A comment deleted by its writer is listed only if it has replies, or if the writer may undo it.
    """
    children: dict[int | None, list[Row]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    for parent, answers in children.items():
        if parent is not None:
            answers.sort(key=lambda row: (row.created_at, row.id))
    ordered: list[Row] = []
    waiting = children[None][::-1]
    while waiting:
        row = waiting.pop()
        answers = children.get(row.id, [])
        if answers or not _left_no_trace(row):
            ordered.append(row)
        waiting.extend(answers[::-1])
    return ordered


def _left_no_trace(row: Row) -> bool:
    return bool(row.by_author) and clock.now() - row.removed_at >= TAKE_BACK


def _own_deeds(viewer, article: Article) -> dict[int, tuple[bool, Report | None]]:
    """{comment id: (recommended by the viewer, the viewer's report or None)}."""
    if viewer.key is None:
        return {}
    rows = db.session.execute(_deeds(), _asked(article, viewer))
    return {comment_id: (given is not None, made) for comment_id, given, made in rows}


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
