"""Moderation queue: comments waiting for a look, the most urgent first."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from board import clock
from board.extensions import db
from board.models.comment.appeal import Appeal
from board.models.comment.comment import Comment
from board.models.comment.hold import MODERATOR, Hold
from board.models.comment.judgement import Judgement
from board.models.comment.reasons import REASONS
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

FRESH = timedelta(days=3)  # so long a comment nobody has complained about waits for a look
WAITING, REPORTED, APPEALED = "waiting", "reported", "appealed"
HIDDEN, NEW, ALL = "hidden", "new", "all"
SHOWN = {
    WAITING: "기다리는 것",
    REPORTED: "신고",
    APPEALED: "이의",
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
    past the end is the last one."""

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


class Queue(QueueCounts):
    """One page of the queue, as cards."""

    def __init__(self, viewer: "Permitted", shown: str | None = None, page: int = 1) -> None:
        super().__init__(viewer, shown, page)
        question = _asked(viewer, self.shown).options(*judging())
        rows = question.order_by(*_urgency()).limit(self.size).offset(self.offset)
        self.items = items_of(list(db.session.scalars(rows)))


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
    asked = _asked(viewer, WAITING).order_by(None)
    counted = asked.with_only_columns(func.count(), maintain_column_froms=True)
    return db.session.scalar(counted) or 0


def judging() -> tuple:
    """Loader options that a card and a decision need beyond `Comment.readable_by`."""
    suspended = undefer(Comment.writer_is_bound)
    answers = (selectinload(Comment.reports), selectinload(Comment.appeals))
    return (*Comment.decided(), suspended, *answers, joinedload(Comment.original))


def _counts(viewer: "Permitted") -> dict[str, int]:
    """Counts of each kind; one query."""
    numbers = [
        _asked(viewer, shown)
        .order_by(None)
        .with_only_columns(func.count(), maintain_column_froms=True)
        .scalar_subquery()
        for shown in SHOWN
    ]
    return dict(zip(SHOWN, db.session.execute(select(*numbers)).one(), strict=True))


def _asked(viewer: "Permitted", shown: str) -> Select["Comment"]:
    return Comment.readable_by(viewer).where(_kinds(viewer)[shown])


def _kinds(viewer: "Permitted") -> dict[str, ColumnElement[bool]]:
    """Conditions on a comment's id, each answered by an index: most comments are never looked
    at."""
    undecided = or_(Hold.source != MODERATOR, Hold.resubmitted_at.is_not(None))
    held = Comment.id.in_(select(Hold.comment_id).where(Hold.ended_at.is_(None)))
    to_decide = select(Hold.comment_id).where(Hold.ended_at.is_(None), undecided)
    reported = Comment.id.in_(select(Report.comment_id).where(Report.ruling_id.is_(None)))
    appealed = Comment.id.in_(select(Appeal.comment_id).where(Appeal.answered_at.is_(None)))
    there = ~Comment.removal.has()
    waiting = and_(there, or_(Comment.id.in_(to_decide), reported))
    if viewer.can_answer_appeals:
        waiting = or_(waiting, appealed)
    new = and_(there, _is_new(), ~held, ~reported)
    return {
        WAITING: waiting,
        REPORTED: and_(there, reported),
        APPEALED: appealed,
        HIDDEN: and_(there, held),
        NEW: new,
        ALL: or_(waiting, appealed, new),
    }


def _is_new() -> ColumnElement[bool]:
    """SQL condition: recently written by a reader, and not yet judged in this wording."""
    staff = select(User.id).where(User.role.in_((ADMIN, MODERATING)))
    judged = select(Judgement.id).where(
        Judgement.comment_id == Comment.id,
        Judgement.revision == Comment.revision,
        Judgement.undone_at.is_(None),
    )
    return and_(
        Comment.created_at > clock.now() - FRESH,
        or_(Comment.user_id.is_(None), Comment.user_id.not_in(staff)),
        ~judged.exists(),
    )


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
