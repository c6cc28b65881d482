"""Moderation queue: comments waiting for a look, the most urgent first."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    case,
    exists,
    func,
    or_,
    select,
    union,
)
from sqlalchemy.orm import InstrumentedAttribute, joinedload, selectinload, undefer

from board.columns import present
from board.extensions import db
from board.models.article.article import Article
from board.models.comment.appeal import Appeal
from board.models.comment.comment import Comment
from board.models.comment.hold import UNDECIDED, Hold
from board.models.comment.judgement import Judgement
from board.models.comment.reasons import REASONS
from board.models.comment.removal import Removal
from board.models.comment.report import Report
from board.models.screens.highlighting import Highlighter, Piece
from board.models.screens.paging import Paging
from board.models.screens.reporters import Reporters
from board.models.screens.track_record import Record
from board.models.user.roles import ADMIN
from board.models.user.roles import MODERATOR as MODERATING
from board.models.user.user import User

if TYPE_CHECKING:
    from board.models.user.permitted import Permitted

Ids = Select[int] | CompoundSelect[int]

FRESH = timedelta(days=3)  # so long a comment nobody has complained about waits for a look
MOST_NEW = 1000  # so many of them are listed and counted, the newest; then the next ones
WAITING, REPORTED, APPEALED = "waiting", "reported", "appealed"
HIDDEN, NEW, ALL = "hidden", "new", "all"
SHOWN = {
    WAITING: "기다리는 것",
    REPORTED: "신고",
    APPEALED: "이의 신청",
    HIDDEN: "가려진 것",
    NEW: "새 댓글",
    ALL: "모두",
}


@dataclass
class QueueItem:
    """A comment in the queue: why it is there, its writer's record, and who reported it. In `text`
    and `name`, the comment's words and its writer's name, stands highlighted why it was held."""

    comment: Comment
    text: list[Piece]
    name: list[Piece]
    record: Record
    reporters: Reporters
    # What happened to it since the moderator saw it, when that stood in the way.
    change: str = ""

    @property
    def appeal(self) -> Appeal | None:
        """The appeal nobody has answered, or None."""
        return next((each for each in self.comment.appeals if each.answered_at is None), None)

    @property
    def reports(self) -> list[Report]:
        return self.comment.open_reports

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """(reason on screen, how many reports), most frequent first."""
        return Counter(each.reason_name for each in self.reports).most_common()

    @property
    def was_edited_since(self) -> bool:
        """Whether it was edited since the first open report."""
        return any(each.revision != self.comment.revision for each in self.reports)


class QueueCounts(Paging):
    """Counts of each kind, and pages of the kind `shown` (of `SHOWN`). What is waiting is what the
    viewer can work off: appeals only for who answers them. The queue shrinks meanwhile, so a page
    past the end is the last one. Each kind is found by an index, so an old archive costs nothing."""

    size = 50
    board, sort, query = None, "date", ""  # what a pager asks of every list
    kinds = SHOWN
    removal_reasons = list(REASONS.items())

    def __init__(self, viewer: "Permitted", shown: str | None = None, page: int = 1) -> None:
        self.shown = shown if shown in SHOWN else WAITING
        self.counts = _counts(viewer)
        self.total = self.counts[self.shown]
        self.page = min(page, self.pages)

    @property
    def waiting(self) -> int:
        return self.counts[WAITING]

    def is_cut(self, kind: str) -> bool:
        """Whether there may be more of this kind than counted."""
        return kind in (NEW, ALL) and self.counts[NEW] == MOST_NEW


class Queue(QueueCounts):
    """One page of the queue, as cards."""

    def __init__(self, viewer: "Permitted", shown: str | None = None, page: int = 1) -> None:
        super().__init__(viewer, shown, page)
        ids = _ordered(self.shown, viewer.can_answer_appeals).limit(self.size).offset(self.offset)
        question = Comment.readable_by(viewer).where(Comment.id.in_(ids)).options(*judging())
        self.items = items_of(list(db.session.scalars(question.order_by(*_urgency()))))


def items_of(comments: list[Comment]) -> list[QueueItem]:
    records, reporters = Record.of_writers(comments), Reporters.of_comments(comments)
    pieces = Highlighter().pieces
    return [
        QueueItem(
            each,
            text=pieces(each.body, each.hold),
            name=pieces(each.author_name, each.hold),
            record=records.get(each.author_key or "", Record()),
            reporters=reporters[each],
        )
        for each in comments
    ]


def waiting_count(viewer: "Permitted") -> int:
    return db.session.scalar(_waiting_counted(viewer.can_answer_appeals)) or 0


def judging() -> tuple:
    """Loader options that a card and a decision need beyond `Comment.readable_by`."""
    suspended = undefer(Comment.writer_is_bound)
    answers = (selectinload(Comment.reports), selectinload(Comment.appeals))
    return (*Comment.decided(), suspended, *answers, joinedload(Comment.original))


def _counts(viewer: "Permitted") -> dict[str, int]:
    """Counts of each kind; one query."""
    numbers = db.session.execute(_all_counted(viewer.can_answer_appeals)).one()._asdict()
    return numbers | {ALL: numbers[ALL] + numbers[NEW]}


@cache
def _all_counted(answers_appeals: bool) -> Select:
    """The count of each kind; that of all without the new ones, which are counted beside them."""
    kinds = _kinds(answers_appeals) | {ALL: _urgent()}
    return select(*(_counted(ids).scalar_subquery().label(kind) for kind, ids in kinds.items()))


@cache
def _waiting_counted(answers_appeals: bool) -> Select[int]:
    return _counted(_kinds(answers_appeals)[WAITING])


@cache
def _ordered(shown: str, answers_appeals: bool) -> Select[int]:
    """The ids of a kind, the most urgent first."""
    ids = _kinds(answers_appeals)[shown]
    return select(Comment.id).where(Comment.id.in_(ids)).order_by(*_urgency())


def _counted(ids: Ids) -> Select[int]:
    return select(func.count()).select_from(ids.subquery())


def _kinds(answers_appeals: bool) -> dict[str, Ids]:
    """The ids of each kind's comments. Held, reported and appealed ones are found by the few rows
    that say so: most comments are never looked at."""
    return {
        WAITING: _urgent() if answers_appeals else union(_to_decide(), _reported()),
        REPORTED: _reported(),
        APPEALED: _appealed(),
        HIDDEN: _there(Hold.comment_id).where(Hold.ended_at.is_(None)),
        NEW: _new(),
        ALL: union(_to_decide(), _reported(), _appealed(), _new().subquery().select()),
    }


def _urgent() -> CompoundSelect[int]:
    return union(_to_decide(), _reported(), _appealed())


def _to_decide() -> Select[int]:
    return _there(Hold.comment_id).where(UNDECIDED)


def _reported() -> Select[int]:
    return _there(Report.comment_id).where(Report.ruling_id.is_(None)).distinct()


def _appealed() -> Select[int]:
    return _readable(Appeal.comment_id).where(Appeal.answered_at.is_(None)).distinct()


def _readable(comment_id: InstrumentedAttribute[int]) -> Select[int]:
    """Ids in this column of comments whose article readers see."""
    article = exists().where(Article.id == Comment.article_id, Article.is_out())
    comment = exists().where(Comment.id == comment_id, article)
    return select(comment_id).where(comment)


def _there(comment_id: InstrumentedAttribute[int]) -> Select[int]:
    """The same without those removed."""
    return _readable(comment_id).where(~exists().where(Removal.comment_id == comment_id))


def _new() -> Select[int]:
    """Ids of those recently written by readers and neither judged in this wording nor held,
    reported or appealed, read newest first."""
    staff = select(User.id).where(User.role.in_((ADMIN, MODERATING)))
    judged = (Judgement.revision == Comment.revision, Judgement.undone_at.is_(None))
    new = select(Comment.id).where(
        Comment.created_at > present(-FRESH),
        or_(Comment.user_id.is_(None), Comment.user_id.not_in(staff)),
        ~exists().where(Judgement.comment_id == Comment.id, *judged),
        ~exists().where(Removal.comment_id == Comment.id),
        ~exists().where(Hold.comment_id == Comment.id, Hold.ended_at.is_(None)),
        ~exists().where(Report.comment_id == Comment.id, Report.ruling_id.is_(None)),
        ~exists().where(Appeal.comment_id == Comment.id, Appeal.answered_at.is_(None)),
        exists().where(Article.id == Comment.article_id, Article.is_out()),
    )
    return new.order_by(Comment.created_at.desc(), Comment.id.desc()).limit(MOST_NEW)


def _urgency() -> tuple:
    """Order: shown comments with reports, then held ones and appeals, then new ones; of the waiting
    ones the oldest first, of new ones the newest."""
    reported = _first(Report.created_at, Report.comment_id, Report.ruling_id.is_(None))
    held = _first(Hold.created_at, Hold.comment_id, Hold.ended_at.is_(None))
    appealed = _first(Appeal.created_at, Appeal.comment_id, Appeal.answered_at.is_(None))
    since = func.coalesce(reported, appealed, held)
    waits = or_(held.is_not(None), appealed.is_not(None))
    rank = case((waits, 1), (reported.is_not(None), 0), else_=2)
    return (rank, since, Comment.created_at.desc(), Comment.id.desc())


def _first(moment, comment_id, in_force) -> ColumnElement:
    first = select(func.min(moment)).where(comment_id == Comment.id, in_force)
    return first.correlate(Comment).scalar_subquery()
