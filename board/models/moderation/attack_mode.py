"""Attack mode: newcomers' comments are held and forms require a proof of work, for a limited time.

An admin turns it on, or it turns on by itself when far more people than usual write, or have
comments held. Writers are counted, not comments: one who writes much is slowed alone
(`screening/slowed.py`).
"""

from datetime import datetime, timedelta
from functools import cache, cached_property
from math import ceil
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, and_, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model, db, take_turns
from board.models import audit
from board.models.comment.comment import Comment
from board.models.comment.hold import MACHINE, Hold
from board.text.korean import span

if TYPE_CHECKING:
    from board.models.user.user import User

LASTING = timedelta(hours=3)  # raised by an admin who says nothing else
LASTING_BY_ITSELF = timedelta(hours=1)
LONGEST = timedelta(hours=72)
HOUR = timedelta(hours=1)
SPAN = timedelta(minutes=10)
MOST_WRITERS = 30  # in a span, and
TIMES_USUAL = 20  # so many times the comments that a span of the last week brought
MOST_HELD = 10  # writers in a span who had a comment held
WEEK = timedelta(days=7)


class Alarm(Model):
    """A period of attack mode, in force until `until`, unless ended before. `by` is None when
    automatic."""

    __tablename__ = "alarms"
    __table_args__ = (Index("ix_alarms_until", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    why: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    until: Mapped[datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    by: Mapped["User | None"] = relationship(foreign_keys=by_id)
    ended_by: Mapped["User | None"] = relationship(foreign_keys=ended_by_id)

    @classmethod
    def lasts(cls) -> ColumnElement[bool]:
        """SQL condition: in force."""
        return and_(cls.ended_at.is_(None), cls.until > present())

    @classmethod
    def now(cls) -> "Alarm | None":
        """The alarm in force that lasts longest, or None."""
        return db.session.scalar(_lasting())

    @classmethod
    def newest(cls) -> Select["Alarm"]:
        whole = (joinedload(cls.by), joinedload(cls.ended_by))
        return select(cls).options(*whole).order_by(cls.id.desc())

    @classmethod
    def rise(cls, by: "User | None" = None, lasting: timedelta = LASTING, why: str = "") -> "Alarm":
        """Turn attack mode on; if it is on already, extend it to the later end."""
        take_turns("alarm")
        lasting = min(lasting, LONGEST)
        until = clock.now() + lasting
        alarm = cls.now()
        if alarm is None:
            alarm = cls(by=by, why=why, until=until)
            db.session.add(alarm)
        elif alarm.until >= until:
            return alarm
        alarm.until = until
        db.session.flush()
        ends = {"until": until.isoformat(), "hours": ceil(lasting / HOUR)}
        audit.record("alarm.rise", by=by, on=alarm, **ends, note=why)
        return alarm

    @classmethod
    def watch(cls) -> bool:
        """Whether attack mode is on, after turning it on if necessary."""
        if cls.now() is not None:
            return True
        if why := Traffic().alarming:
            cls.rise(lasting=LASTING_BY_ITSELF, why=why)
            return True
        return False

    def end(self, by: "User") -> bool:
        """End it now; False when it is over already."""
        if self.ended_at is not None or self.until <= clock.now():
            return False
        self.ended_at, self.ended_by = clock.now(), by
        audit.record("alarm.end", by=by, on=self)
        return True


LAST_END = select(func.max(Alarm.ended_at)).where(Alarm.ended_at.is_not(None))


@cache
def _lasting() -> Select[Alarm]:
    return select(Alarm).where(Alarm.lasts()).order_by(Alarm.until.desc()).limit(1)


class Traffic:
    """Writers of the last time span, or since an alarm ended in it, and those of them who had a
    comment held. Only comments with a client address count, which seeds have not."""

    def __init__(self) -> None:
        ended = db.session.scalar(LAST_END)
        self.since = max(clock.now() - SPAN, ended or clock.now() - SPAN)
        self.writers = Comment.count_hands(_from_outside(self.since))

    @cached_property
    def held(self) -> int:
        """The number of writers who had a comment held."""
        return Comment.count_hands(_from_outside(self.since), Comment.id.in_(self._held))

    @cached_property
    def _held(self) -> list[int]:
        """Ids of comments that were held for something else than that their writer is new."""
        holds = select(Hold).where(Hold.source == MACHINE, Hold.created_at > self.since)
        return [each.comment_id for each in db.session.scalars(holds) if not each.is_for_newness]

    @cached_property
    def usual(self) -> float:
        """The mean number of comments per span in the last week."""
        number = select(func.count(Comment.id)).where(_from_outside(clock.now() - WEEK))
        return (db.session.scalar(number) or 0) * (SPAN / WEEK)

    @property
    def alarming(self) -> str:
        """Why this is an attack, in words; empty when it is not."""
        if self.writers >= MOST_WRITERS and self.writers >= TIMES_USUAL * self.usual:
            return f"{span(SPAN)} 동안 댓글을 쓴 사람 {self.writers:,}명"
        if min(self.writers, len(self._held)) >= MOST_HELD <= self.held:
            return f"{span(SPAN)} 동안 댓글이 가려진 사람 {self.held:,}명"
        return ""


def _from_outside(since: datetime) -> ColumnElement[bool]:
    return and_(Comment.created_at > since, Comment.address_hash.is_not(None))
