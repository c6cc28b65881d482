"""Counters of a board's list by month, so that a page is found without counting what is above it.

They are kept by the session: a flush that changes where articles are listed compares their places
before and after it, and adds the difference. No verb has to remember, and none can forget. Bulk
statements do not pass through a flush; `tests/house/test_counters.py` knows the few there are.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Integer,
    delete,
    event,
    extract,
    func,
    inspect,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from board.extensions import Model, db, insert_once, upsert
from board.models.article.article import Article
from board.models.article.deletable import Deletion
from board.models.article.posted import Posting
from board.models.article.publishable import Withdrawal
from board.models.site.board import Board

BEFORE = "places before the flush"
DECIDES_PLACE = ("board", "board_id", "published_at", "withdrawal", "deletion", "postings")
MONTHS_AT_ONCE = 12  # recounted in one transaction

Place = tuple[int, int]  # board id, month
Column = ColumnElement[Any] | InstrumentedAttribute[Any]


class MonthCount(Model):
    """How many articles a board lists of one month: its own and cross-posted ones that have a time
    of publication, be it in the future, and are neither withdrawn nor deleted.

    `month` is that of `published_at` in UTC, as `month_of` numbers it.
    """

    __tablename__ = "month_counts"
    __table_args__ = {"sqlite_with_rowid": False}

    board_id: Mapped[int] = mapped_column(
        ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    articles: Mapped[int]


def month_of(moment: Column) -> ColumnElement[int]:
    """SQL expression: months since the year 0, in UTC."""
    return extract("year", moment).cast(Integer) * 12 + extract("month", moment).cast(Integer) - 1


def month_number(moment: datetime) -> int:
    """The same of a moment in UTC, as all are that come from the database."""
    return moment.year * 12 + moment.month - 1


def month_start(month: int) -> datetime:
    """The first moment of a month numbered so."""
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)


def recount_months() -> Iterator[int]:
    """Correct the counters, a year of a board at a time; yields how many were wrong, to commit
    there."""
    for board_id in db.session.scalars(select(Board.id).order_by(Board.id)).all():
        first, last = _span(board_id)
        for month in range(first, last + 1, MONTHS_AT_ONCE):
            yield _recount(board_id, range(month, month + MONTHS_AT_ONCE))


def _span(board_id: int) -> tuple[int, int]:
    """The first and the last month of which a board has articles, or counters."""
    ends: list[int | None] = []
    for board, month in (
        (Article.board_id, month_of(Article.published_at)),
        (Posting.board_id, month_of(Posting.published_at)),
        (MonthCount.board_id, MonthCount.month),
    ):
        both = select(func.min(month), func.max(month)).where(board == board_id)
        ends += db.session.execute(both).one()
    known = [each for each in ends if each is not None]
    return (min(known), max(known)) if known else (0, -1)


def _recount(board_id: int, months: range) -> int:
    """A year's counters exist and are locked before they are counted: who publishes meanwhile adds
    to them earlier or later."""
    insert_once(
        MonthCount, [{"board_id": board_id, "month": each, "articles": 0} for each in months]
    )
    these = MonthCount.board_id == board_id, MonthCount.month.in_(months)
    said = select(MonthCount.month, MonthCount.articles).where(*these).with_for_update()
    counters = dict(db.session.execute(said).all())
    start, end = month_start(months.start), month_start(months.stop)
    truth = _places(lambda board, at, _id: (board == board_id, at >= start, at < end))
    wrong = {month for month in months if counters[month] != truth[board_id, month]}
    for month in wrong:
        this = update(MonthCount).where(*these, MonthCount.month == month)
        db.session.execute(this.values(articles=truth[board_id, month]))
    db.session.execute(delete(MonthCount).where(*these, MonthCount.articles == 0))
    return len(wrong)


def _places(narrow: Callable[[Any, Any, Any], Collection[ColumnElement[bool]]]) -> Counter[Place]:
    """How many articles are listed where. `narrow` gives the conditions on the columns with board
    id, time of publication and article id."""
    parts = []
    for board, at, id_, listed in (
        (Article.board_id, Article.published_at, Article.id, select(Article)),
        (Posting.board_id, Posting.published_at, Posting.article_id, Article.cross_posted()),
    ):
        month = month_of(at).label("month")
        listed = listed.where(at.is_not(None), Article.stands(), *narrow(board, at, id_))
        parts.append(listed.with_only_columns(board, month, func.count()).group_by(board, month))
    found: Counter[Place] = Counter()
    for board_id, number, articles in db.session.execute(union_all(*parts)):
        found[board_id, number] += articles
    return found


@event.listens_for(Session, "before_flush")
def _look_before(session: Session, _context: object, _instances: object) -> None:
    changed = [each for each in chain(session.new, session.dirty, session.deleted) if _moves(each)]
    session.info[BEFORE] = changed, _places_of(changed)


@event.listens_for(Session, "after_flush")
def _count_changes(session: Session, _context: object) -> None:
    changed, places = session.info.pop(BEFORE)
    now = _places_of(changed)
    now.subtract(places)
    rows = [
        {"board_id": board_id, "month": month, "articles": change}
        for (board_id, month), change in sorted(now.items())
        if change
    ]
    if rows:
        upsert(
            MonthCount,
            rows,
            unique=("board_id", "month"),
            changes=lambda new: {"articles": MonthCount.articles + new.articles},
            returning=(MonthCount.month,),
        )


def _moves(thing: object) -> bool:
    """Whether the coming flush may change where an article is listed, because of this."""
    if not isinstance(thing, Article):
        return isinstance(thing, Posting | Withdrawal | Deletion)
    state = inspect(thing)
    if not state.persistent or thing in db.session.deleted:
        return True
    return any(state.attrs[name].history.has_changes() for name in DECIDES_PLACE)


def _places_of(things: Collection[Any]) -> Counter[Place]:
    """Where the articles concerned are listed; they are locked, so that nobody else moves them
    until this transaction ends."""
    ids = {each.id if isinstance(each, Article) else each.article_id for each in things} - {None}
    if not ids:
        return Counter()
    locked = select(Article.id).where(Article.id.in_(ids)).order_by(Article.id)
    db.session.execute(locked.with_for_update(key_share=True)).all()
    return _places(lambda _board, _at, id_: (id_.in_(ids),))
