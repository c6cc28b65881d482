"""Comment thread: one page in reading order, in a fixed number of queries.

Pages follow each other by a keyset cursor, never by a number of rows to skip: whatever is written,
taken back or recommended while somebody reads, the next page goes on where the last one ended.

What a comment looks like is read as a plain row first, and the comments themselves only if they must
be rendered: most of a thread looks as it did when it was last shown.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Row, Select, and_, func, select, tuple_

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.comment.comment import Comment
from board.models.comment.editable import EDIT_WINDOW
from board.models.comment.report import Report
from board.models.comment.threaded import DEEPEST_INDENT
from board.models.screens.cursor import EPOCH, Cursor
from board.models.screens.shown_comment import ShownComment
from board.models.screens.thread_rows import (
    BEST,
    BY_TIME,
    NEWEST,
    OLDEST,
    TOP_AT_LEAST,
    TOP_AT_MOST,
    answer_rows,
    author_key,
    best_rows,
    is_up,
    left_no_trace,
    look_of,
    own_deeds,
    page_rows,
)

PAGE_SIZE = 50
PART = 15  # comments that are rendered together
ORDERS = (OLDEST, NEWEST, BEST)


@dataclass
class ThreadItem:
    """A comment in the thread, and what its viewer may do with it."""

    comment: Comment | ShownComment
    viewer: Any
    recommended: bool = False
    report: Report | None = None  # the viewer's own

    @property
    def indent(self) -> int:
        return min(self.comment.depth, DEEPEST_INDENT)

    @property
    def can_recommend(self) -> bool:
        return self.viewer.can_recommend(self.comment)

    @property
    def can_edit(self) -> bool:
        return self.viewer.can_edit(self.comment)

    @property
    def can_remove(self) -> bool:
        return self.viewer.can_remove(self.comment)

    @property
    def can_report(self) -> bool:
        return self.viewer.can_report(self.comment)


class Thread:
    """A page of comments, the first or the one `after` a cursor: `items` is flat, in reading order;
    `top` holds the article's most recommended; `remaining` top-level comments follow after `end`.

    `parts` are the same items, `PART` at a time, and `best` is `top`, each with what its rendering
    depends on.
    """

    def __init__(
        self, article: Article, viewer, order: str = OLDEST, after: Cursor | None = None
    ) -> None:
        self.article, self.viewer = article, viewer
        self.after = after
        self.order = order if order in ORDERS else OLDEST
        rows = self._fetch()
        self.rows = {row.id: row for row in rows}
        self._own = own_deeds(viewer, article)
        self.parts = [Part(self, rows[at : at + PART]) for at in range(0, len(rows), PART)]
        self.best = Part(self, self._most_recommended(rows) if after is None else [])

    @staticmethod
    def alone(comment: Comment, viewer) -> ThreadItem:
        """One comment as shown in the response to a form."""
        return ThreadItem(
            comment, viewer, comment.is_recommended_by(viewer), comment.report_by(viewer)
        )

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
    def comments(self) -> dict[int, Comment | ShownComment]:
        """The page's comments by id. What is hidden is loaded, with all that it shows, and for staff
        everything; of the others their rows tell enough."""
        rows = {row.id: row for part in (*self.parts, self.best) for row in part.rows}
        if self.viewer.is_staff:
            return self._loaded(rows)
        board, found = self.article.board, rows.values()
        shown = {row.id: ShownComment(row, board, self.addressed(row)) for row in found}
        return shown | self._loaded([row.id for row in found if not is_up(row)])

    def addressed(self, row: Row) -> Row | None:
        """The row of the comment whose writer the row's comment names, which may be in another part;
        see `Comment.to`."""
        return self.rows.get(row.parent_id) if row.depth > DEEPEST_INDENT else None

    def own(self, row: Row) -> tuple[bool, Report | None]:
        """(recommended by the viewer, the viewer's report or None)."""
        return self._own.get(row.id, (False, None))

    def _loaded(self, ids: Collection[int]) -> dict[int, Comment | ShownComment]:
        if not ids:
            return {}
        loading = Comment.whole() + (Comment.decided() if self.viewer.is_moderator else ())
        found = db.session.scalars(select(Comment).where(Comment.id.in_(ids)).options(*loading))
        return {comment.id: comment for comment in found}

    def _fetch(self) -> list[Row]:
        rows = page_rows(self.article, self.viewer, self.order, self.after, PAGE_SIZE)
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
            return best_rows(self.article)
        liked = [row for row in rows if row.recommendations_count >= TOP_AT_LEAST and is_up(row)]
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
            ThreadItem(found[row.id], self.thread.viewer, *self.thread.own(row))
            for row in self.rows
            if row.id in found
        ]

    @property
    def look(self) -> tuple | None:
        """Everything that their rendering depends on, beside the address of the page. None when
        they are rendered for this viewer alone: for staff, and for who wrote something that is
        hidden."""
        viewer = self.thread.viewer
        own = [viewer.key is not None and viewer.key == author_key(row) for row in self.rows]
        hidden = any(mine and not is_up(row) for mine, row in zip(own, self.rows, strict=True))
        if viewer.is_staff or hidden:
            return None
        return (*self.thread.audience, *own, *map(self._look_of, self.rows))

    def _look_of(self, row: Row) -> tuple:
        recommended, report = self.thread.own(row)
        is_young = clock.now() - row.created_at < EDIT_WINDOW
        told = report.outcome if report else None
        answered = self.thread.addressed(row)
        addressed = look_of(answered) if answered else ()
        return (*look_of(row), addressed, recommended, is_young, told)


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
    order = [row.id for row in _reading_order(answer_rows(comment, viewer))]
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
        if answers or not left_no_trace(row):
            ordered.append(row)
        waiting.extend(answers[::-1])
    return ordered
