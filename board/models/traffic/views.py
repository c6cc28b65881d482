"""View counting: readers of each article, and visitors, per day.

A person counts once per article and day, and once per day as a visitor. Nobody can be traced: a
visitor is a hash with a random daily salt, which is deleted with these rows when the day is over.
Nothing here runs during a request; `Reading.record` gets what was noted since the last call.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Index, Select, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.extensions import Model, db, insert_once

ROWS_AT_ONCE = 200


class Note(NamedTuple):
    """A page view: who (address and agent, or a member's key), on which day, which article."""

    visitor: str
    day: date
    article_id: int | None = None


class Salt(Model):
    """The salt of one day; older ones are deleted, so that their hashes cannot be resolved."""

    __tablename__ = "salts"

    day: Mapped[date] = mapped_column(primary_key=True)
    salt: Mapped[str]

    @classmethod
    def of(cls, day: date) -> str:
        """The salt of this day, created at its first use."""
        insert_once(cls, [{"day": day, "salt": secrets.token_hex(16)}])
        return db.session.scalar(select(cls.salt).filter_by(day=day)) or ""


class Reading(Model):
    """Article view: one person read one article on one day."""

    __tablename__ = "readings"
    __table_args__ = (Index("uq_readings_day", "day", "article_id", "visitor", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    article_id: Mapped[int]
    visitor: Mapped[str]

    @classmethod
    def record(cls, notes: Iterable[Note]) -> None:
        """Count the new views among the notes. The caller commits."""
        by_day: dict[date, list[Note]] = {}
        for note in set(notes):
            by_day.setdefault(note.day, []).append(note)
        for day, of_day in sorted(by_day.items()):
            _count_day(day, of_day)
        cls.forget_before(clock.today())

    @classmethod
    def past_days(cls) -> Select[date]:
        """Past days whose rows still exist, because nobody came since."""
        return select(Salt.day).where(Salt.day < clock.today())

    @classmethod
    def forget_before(cls, day: date) -> None:
        """Delete the rows and salts of earlier days."""
        for table in (cls, Visit, Salt):
            db.session.execute(delete(table).where(table.day < day))


class Visit(Model):
    """Visitor: one person came on one day."""

    __tablename__ = "visits"
    __table_args__ = (Index("uq_visits_day", "day", "visitor", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    visitor: Mapped[str]


class VisitorCount(Model):
    """Number of visitors of a day; kept when the day's rows are deleted."""

    __tablename__ = "visitor_counts"

    day: Mapped[date] = mapped_column(primary_key=True)
    visitors: Mapped[int] = mapped_column(default=0)


def _count_day(day: date, notes: list[Note]) -> None:
    salt = Salt.of(day)
    hashes = {
        note: hashlib.sha256(f"{salt}{note.visitor}".encode()).hexdigest()[:32] for note in notes
    }
    _count_visits(day, sorted(set(hashes.values())))
    read = {(note.article_id, hash_) for note, hash_ in hashes.items() if note.article_id}
    _count_readings(day, sorted(read))


def _count_visits(day: date, visitors: list[str]) -> None:
    insert_once(VisitorCount, [{"day": day, "visitors": 0}])
    new = sum(
        insert_once(Visit, [{"day": day, "visitor": visitor} for visitor in some])
        for some in _slices(visitors)
    )
    db.session.execute(
        update(VisitorCount).filter_by(day=day).values(visitors=VisitorCount.visitors + new)
    )


def _count_readings(day: date, read: list[tuple[int, str]]) -> None:
    from board.models.article.article import Article

    by_article: dict[int, list[dict]] = {}
    for article_id, visitor in read:
        row = {"day": day, "article_id": article_id, "visitor": visitor}
        by_article.setdefault(article_id, []).append(row)
    for article_id, rows in sorted(by_article.items()):
        new = sum(insert_once(Reading, some) for some in _slices(rows))
        if new:
            db.session.execute(
                update(Article)
                .where(Article.id == article_id)
                .values(views_count=Article.views_count + new),
                execution_options={"synchronize_session": False},
            )


def _slices(rows: list) -> Iterable[list]:
    return (rows[start : start + ROWS_AT_ONCE] for start in range(0, len(rows), ROWS_AT_ONCE))


def visitors_today_and_in_all():
    """Two scalar subqueries: today's visitors, and all since counting began."""
    count = VisitorCount
    today = select(count.visitors).where(count.day == clock.today()).scalar_subquery()
    total = select(func.sum(count.visitors)).scalar_subquery()
    return today, total
