"""Comment thread: one page in reading order, in a fixed number of queries.

Pages follow each other by a keyset cursor, never by a number of rows to skip: whatever is written,
taken back or recommended while somebody reads, the next page goes on where the last one ended.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import joinedload

from board.columns import UTCDateTime
from board.extensions import db
from board.models.article.article import Article
from board.models.comment.comment import Comment
from board.models.comment.removal import Removal
from board.models.comment.report import Report
from board.models.comment.threaded import DEEPEST_INDENT
from board.models.screens.cursor import EPOCH, Cursor
from board.models.voting.recommendation import CommentRecommendation

PAGE_SIZE = 50
TOP_AT_LEAST = 5
TOP_AT_MOST = 3
OLDEST, NEWEST, BEST = "oldest", "newest", "best"
ORDERS = (OLDEST, NEWEST, BEST)
BY_TIME = (Comment.created_at, Comment.id)
BY_RECOMMENDATIONS = (-Comment.recommendations_count, *BY_TIME)


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
    `top` holds the article's most recommended; `remaining` top-level comments follow after `end`."""

    def __init__(
        self, article: Article, viewer, order: str = OLDEST, after: Cursor | None = None
    ) -> None:
        self.article = article
        self.after = after
        self.order = order if order in ORDERS else OLDEST
        self._whole = Comment.whole() + (Comment.decided() if viewer.is_moderator else ())
        self._here = and_(Comment.article_id == article.id, Comment.leaves_trace(viewer))
        comments = self._fetch()
        self._own = _own_deeds(viewer, article)
        self.items = [self.item(comment) for comment in _reading_order(comments)]
        self.top = [self.item(comment) for comment in self._best()] if after is None else []

    @staticmethod
    def alone(comment: Comment, viewer) -> ThreadItem:
        """One comment as shown in the response to a form."""
        return ThreadItem(comment, comment.is_recommended_by(viewer), comment.report_by(viewer))

    @property
    def count(self) -> int:
        return self.article.comments_count

    def item(self, comment: Comment) -> ThreadItem:
        return ThreadItem(comment, *self._own.get(comment.id, (False, None)))

    def _fetch(self) -> list[Comment]:
        score = self._score()
        keys = (-score, *BY_TIME) if self.order == BEST else BY_TIME
        order = [key.desc() for key in keys] if self.order == NEWEST else keys
        roots = and_(self._here, Comment.parent_id.is_(None), self._is_after(keys))
        page = select(select(Comment.id).where(roots).order_by(*order).limit(PAGE_SIZE).subquery())
        following = select(func.count()).select_from(Comment).where(roots).scalar_subquery()
        rows = db.session.execute(
            select(Comment, score, following, self._as_of())
            .where(or_(Comment.id.in_(page), Comment.root_id.in_(page)))
            .where(self._here)
            .order_by(*order)
            .options(*self._whole)
        ).all()
        shown = [row for row in rows if row[0].parent_id is None]
        self.remaining, self.end = 0, None
        if shown:
            last, points, following, as_of = shown[-1]
            self.remaining = following - len(shown)
            self.end = Cursor(last.created_at, last.id, points, as_of or EPOCH)
        return [row[0] for row in rows]

    def _score(self) -> SQLColumnExpression[int]:
        """SQL expression: the recommendations that count in this order of pages."""
        if self.order != BEST:
            return literal(0)
        if self.after is None:
            return Comment.recommendations_count
        later = Comment.votes(excluded=False, since=self.after.as_of)
        return Comment.recommendations_count - later

    def _as_of(self) -> SQLColumnExpression[datetime]:
        """SQL expression: when the newest recommendation was made that counts in this order."""
        if self.order != BEST or self.after is not None:
            return literal(self.after and self.after.as_of, UTCDateTime)
        votes = CommentRecommendation
        newest = select(func.max(votes.created_at)).join(Comment, Comment.id == votes.comment_id)
        return newest.where(Comment.article_id == self.article.id).scalar_subquery()

    def _is_after(self, keys: tuple) -> ColumnElement[bool]:
        """SQL condition: it comes after the cursor."""
        if self.after is None:
            return true()
        last = (-self.after.score, self.after.created_at, self.after.id)[-len(keys) :]
        if self.order == NEWEST:
            return tuple_(*keys) < tuple_(*last)
        return tuple_(*keys) > tuple_(*last)

    def _best(self) -> list[Comment]:
        if self.count < TOP_AT_MOST:
            return []
        return list(
            db.session.scalars(
                select(Comment)
                .where(
                    Comment.article_id == self.article.id,
                    Comment.recommendations_count >= TOP_AT_LEAST,
                    Comment.is_up(),
                )
                .order_by(*BY_RECOMMENDATIONS)
                .limit(TOP_AT_MOST)
                .options(*self._whole)
            )
        )


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
    rows = db.session.scalars(
        select(Comment)
        .where(or_(Comment.id == comment.root_id, Comment.root_id == comment.root_id))
        .where(Comment.leaves_trace(viewer))
        .order_by(*BY_TIME)
        .options(*Comment.whole())
    ).all()
    order = list(_reading_order(rows))
    return order[order.index(comment) - 1]


def _reading_order(comments) -> list[Comment]:
    """Top-level comments as fetched, each followed by its replies, oldest first.

    A comment deleted by its writer is listed only if it has replies, or if the writer may undo it.
    """
    children: dict[int | None, list[Comment]] = defaultdict(list)
    for comment in comments:
        children[comment.parent_id].append(comment)
    for parent, answers in children.items():
        if parent is not None:
            answers.sort(key=lambda comment: (comment.created_at, comment.id))
    ordered: list[Comment] = []
    waiting = children[None][::-1]
    while waiting:
        comment = waiting.pop()
        answers = children.get(comment.id, [])
        if answers or not _left_no_trace(comment):
            ordered.append(comment)
        waiting.extend(answers[::-1])
    return ordered


def _left_no_trace(comment: Comment) -> bool:
    removal: Removal | None = comment.removal
    return removal is not None and removal.by_author and not removal.is_fresh


def _own_deeds(viewer, article: Article) -> dict[int, tuple[bool, Report | None]]:
    """{comment id: (recommended by the viewer, the viewer's report or None)}."""
    if viewer.key is None:
        return {}
    recommendation, report = CommentRecommendation, Report
    given = and_(recommendation.comment_id == Comment.id, recommendation.voter == viewer.key)
    made = and_(report.comment_id == Comment.id, report.reporter == viewer.key)
    rows = db.session.execute(
        select(Comment.id, recommendation.id, report)
        .outerjoin(recommendation, given)
        .outerjoin(report, made)
        .where(Comment.article_id == article.id, or_(recommendation.id > 0, report.id > 0))
        .options(joinedload(report.ruling))
    )
    return {comment_id: (given is not None, made) for comment_id, given, made in rows}
