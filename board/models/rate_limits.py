"""Rate limits: counted in rows, so that all server processes share them.

An action is counted for the person (a member, or a guest's cookie), for the client address, and for
everybody together. Whoever exceeds one of the limits waits until its window has passed.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import ColumnElement, Index, and_, case, delete, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, take_turns, upsert

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True)
class RateLimit:
    """How many actions per `window`; a scope without a number is not limited."""

    window: timedelta
    person: int | None = None
    address: int | None = None
    everyone: int | None = None


# Many people may stand behind one address: a school, an office, a telephone company.
LIMITS = {
    "comment": RateLimit(MINUTE, person=10, address=10, everyone=300),
    "report": RateLimit(10 * MINUTE, person=10, address=10, everyone=300),
    "recommendation": RateLimit(MINUTE, person=30, address=300, everyone=3000),
    "search": RateLimit(MINUTE, person=30, address=30, everyone=1200),
    "registration": RateLimit(HOUR, person=5, address=5),
    "registrations": RateLimit(HOUR, everyone=100),
    "upload": RateLimit(HOUR, person=60, address=60),
    "request": RateLimit(10 * MINUTE, address=5),
    "requests": RateLimit(10 * MINUTE, everyone=100),
    # Wrong passwords and numbers. Whoever is asked for an account may stand anywhere, so an
    # account is counted as asked for from one address: nobody elsewhere can lock its owner out.
    "session": RateLimit(5 * MINUTE, person=10, address=10),
    "known_device": RateLimit(5 * MINUTE, person=10),  # an account, in a browser it signed in from
    # From other browsers: beyond these a proof of work is asked, and what has none is counted.
    "stranger": RateLimit(5 * MINUTE, everyone=300),
    "account": RateLimit(HOUR, person=20),
    "slow_account": RateLimit(HOUR, person=3),  # beyond that, for an account from one address
    "unproven": RateLimit(5 * MINUTE, address=1),
    "password": RateLimit(10 * MINUTE, person=10, address=10),
    "comment_password": RateLimit(10 * MINUTE, person=5, address=5),
    "own_comment_password": RateLimit(10 * MINUTE, person=5),  # in the browser it was written in
    "receipt": RateLimit(10 * MINUTE, address=10),
    "stamp": RateLimit(timedelta(days=1), person=1),  # a signed time, used once
    "proof": RateLimit(HOUR, person=1),  # a solved puzzle, used once
}


@dataclass(frozen=True)
class Deed:
    """An action to be counted later, in the background, because its request may not write."""

    kind: str
    whose: dict[str, str | None]


class Throttle(Model):
    """One window of one scope: `count` actions since `started_at`.

    `whose` in all methods is `person=` and `address=`; None means unknown.
    """

    __tablename__ = "throttles"
    __table_args__ = (
        Index("uq_throttles_kind", "kind", "key", unique=True),
        Index("ix_throttles_started_at", "started_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    count: Mapped[int] = mapped_column(default=1)

    @classmethod
    def check(cls, kind: str, **whose: str | None) -> int:
        """Count an action; returns the seconds to wait when it is one too many, else 0.

        Above the limit the caller rolls back, so that the window is not used up any further.
        """
        scopes = _scopes(kind, whose)
        return _longest(kind, scopes, cls._raise(kind, Counter(scopes.keys())), allowed=0)

    @classmethod
    def wait(cls, kind: str, **whose: str | None) -> int:
        """Seconds to wait before another try, 0 for none; counts nothing.

        Concurrent tries are checked one after the other: a hundred at once are a hundred tries.
        """
        scopes = _scopes(kind, whose)
        take_turns(*scopes)
        return cls.look(kind, **whose)

    @classmethod
    def look(cls, kind: str, **whose: str | None) -> int:
        """Like `wait`, without locking: for requests that only read."""
        scopes = _scopes(kind, whose)
        mine = select(cls.key, cls.started_at, cls.count).where(
            cls.kind == kind,
            cls.key.in_(scopes),
            cls.started_at > clock.now() - LIMITS[kind].window,
        )
        return _longest(kind, scopes, db.session.execute(mine).all(), allowed=1)

    @classmethod
    def write(cls, deeds: Iterable[Deed]) -> None:
        """Count the actions noted during requests. The caller commits."""
        by_kind: dict[str, Counter[str]] = {}
        for deed in deeds:
            by_kind.setdefault(deed.kind, Counter()).update(_scopes(deed.kind, deed.whose).keys())
        for kind, keys in sorted(by_kind.items()):
            cls._raise(kind, keys)

    @classmethod
    def take_back(cls, kind: str, **whose: str | None) -> None:
        """Take one action off the count again: it turned out to be none that is limited."""
        mine = update(cls).where(cls.kind == kind, cls.key.in_(_scopes(kind, whose)), cls.count > 0)
        db.change(mine.values(count=cls.count - 1).execution_options(synchronize_session=False))

    @classmethod
    def is_over(cls) -> ColumnElement[bool]:
        """SQL condition: the window has passed."""
        over = (
            and_(cls.kind == kind, cls.started_at < clock.now() - limit.window)
            for kind, limit in LIMITS.items()
        )
        return or_(*over)

    @classmethod
    def sweep(cls) -> None:
        """Delete windows that have passed; rows locked by others are skipped."""
        rows = select(cls.id).where(cls.is_over()).with_for_update(skip_locked=True)
        db.session.execute(
            delete(cls).where(cls.id.in_(rows)), execution_options={"synchronize_session": False}
        )

    @classmethod
    def _raise(cls, kind: str, keys: Counter[str]) -> list[Any]:
        """Add to each key's window, or begin a new one; returns the rows as they are then. Rows are
        locked in the order of their keys, to prevent deadlocks."""
        if not keys:
            return []
        now = clock.now()
        rows = [
            {"kind": kind, "key": key, "started_at": now, "count": keys[key]}
            for key in sorted(keys)
        ]
        is_over: ColumnElement[bool] = cls.started_at <= now - LIMITS[kind].window
        return upsert(
            cls,
            rows,
            unique=("kind", "key"),
            changes=lambda new: {
                "started_at": case((is_over, new.started_at), else_=cls.started_at),
                "count": case((is_over, new.count), else_=cls.count + new.count),
            },
            returning=(cls.key, cls.started_at, cls.count),
        )


def _scopes(kind: str, whose: dict[str, str | None]) -> dict[str, int]:
    """{key: limit} of each scope that is counted for this kind."""
    limit = LIMITS[kind]
    asked = {**whose, "everyone": "everyone"}
    most = {scope: getattr(limit, scope) for scope in asked}
    return {
        _key(kind, scope, key): most[scope]
        for scope, key in asked.items()
        if key and most[scope] is not None
    }


def _longest(kind: str, scopes: dict[str, int], rows: Iterable[Any], allowed: int) -> int:
    """Seconds until the last of the exceeded windows has passed."""
    used_up = (started for key, started, count in rows if count + allowed > scopes[key])
    ends = (started + LIMITS[kind].window - clock.now() for started in used_up)
    return max((ceil(end.total_seconds()) for end in ends), default=0)


def _key(kind: str, scope: str, key: str) -> str:
    return hashlib.sha256(
        f"{kind}\x1f{scope}\x1f{key}".encode("utf-8", "surrogatepass")
    ).hexdigest()
