"""Comment thread: one page in reading order, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from board.extensions import db
from board.models.article.article import Article
from board.models.comment.comment import Comment
from board.models.comment.removal import Removal
from board.models.comment.report import Report
from board.models.comment.threaded import DEEPEST_INDENT
from board.models.screens.paging import PageNotFound
from board.models.voting.recommendation import CommentRecommendation

PAGE_SIZE = 50
TOP_AT_LEAST = 5
TOP_AT_MOST = 3
OLDEST, NEWEST, BEST = "oldest", "newest", "best"
ORDERS = {
    OLDEST: (Comment.created_at, Comment.id),
    NEWEST: (Comment.created_at.desc(), Comment.id.desc()),
    BEST: (Comment.recommendations_count.desc(), Comment.created_at, Comment.id),
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
    """A page of comments: `items` is flat, in reading order; `top` holds the article's most
    recommended."""

    def __init__(self, article: Article, viewer, page: int = 1, order: str = OLDEST) -> None:
        self.article = article
        self.page = max(page, 1)
        self.order = order if order in ORDERS else OLDEST
        self._whole = Comment.whole() + (Comment.decided() if viewer.is_moderator else ())
        self._here = and_(Comment.article_id == article.id, Comment.leaves_trace(viewer))
        self.pages, comments = self._fetch()
        self._own = _own_deeds(viewer, article)
        self.items = [self.item(comment) for comment in _reading_order(comments)]
        self.top = [self.item(comment) for comment in self._best()] if self.page == 1 else []

    @staticmethod
    def alone(comment: Comment, viewer) -> ThreadItem:
        """One comment as shown in the response to a form."""
        return ThreadItem(comment, comment.is_recommended_by(viewer), comment.report_by(viewer))

    @property
    def count(self) -> int:
        return self.article.comments_count

    @property
    def remaining(self) -> int:
        return max(self._roots - self.page * PAGE_SIZE, 0)

    def item(self, comment: Comment) -> ThreadItem:
        return ThreadItem(comment, *self._own.get(comment.id, (False, None)))

    def _fetch(self) -> tuple[int, list[Comment]]:
        here = and_(self._here, Comment.parent_id.is_(None))
        wanted = select(Comment.id).where(here).order_by(*ORDERS[self.order])
        page = select(wanted.limit(PAGE_SIZE).offset((self.page - 1) * PAGE_SIZE).subquery())
        roots = select(func.count()).select_from(Comment).where(here).scalar_subquery()
        rows = db.session.execute(
            select(Comment, roots)
            .where(or_(Comment.id.in_(page), Comment.root_id.in_(page)))
            .where(self._here)
            .order_by(*ORDERS[self.order])
            .options(*self._whole)
        ).all()
        if self.page > 1 and not rows:
            raise PageNotFound(max(-(-(db.session.scalar(select(roots)) or 0) // PAGE_SIZE), 1))
        self._roots = rows[0][1] if rows else 0
        return -(-self._roots // PAGE_SIZE), [comment for comment, _ in rows]

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
                .order_by(*ORDERS[BEST])
                .limit(TOP_AT_MOST)
                .options(*self._whole)
            )
        )


def place_of(comment: Comment, viewer) -> int:
    """The page, in the default order, on which this viewer finds a comment; of one the viewer does
    not see, the page on which it would stand."""
    root = aliased(Comment)
    up_to_it = (
        select(func.count())
        .select_from(Comment)
        .join(root, root.id == (comment.root_id or comment.id))
        .where(
            Comment.article_id == comment.article_id,
            Comment.parent_id.is_(None),
            Comment.leaves_trace(viewer),
            or_(
                Comment.created_at < root.created_at,
                and_(Comment.created_at == root.created_at, Comment.id <= root.id),
            ),
        )
    )
    return max(-(-(db.session.scalar(up_to_it) or 0) // PAGE_SIZE), 1)


def last_answer(comment: Comment, viewer) -> Comment:
    """The comment after which the reply `comment` is inserted on this viewer's page: the last one
    under its older siblings."""
    rows = db.session.scalars(
        select(Comment)
        .where(or_(Comment.id == comment.root_id, Comment.root_id == comment.root_id))
        .where(Comment.leaves_trace(viewer))
        .order_by(*ORDERS[OLDEST])
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
