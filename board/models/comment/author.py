"""Authorship: a member, or a guest known by a cookie and, for a while, by an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    cast,
    false,
    func,
    or_,
    select,
    union_all,
)

from board import clock
from board.extensions import db

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.comment.comment import Comment

# Addresses go from home to home: after a week they say nothing about a guest.
SAME_ADDRESS = timedelta(days=7)


def name_of(user_name: str | None, nickname: str | None) -> str:
    """The writer's name on screen: a member's, or the nickname; members who left have neither."""
    return user_name if user_name is not None else nickname or "떠난 독자"


@dataclass(frozen=True)
class Hand:
    """A writer: `key` is a member's or a guest cookie's, `address` the hash of a guest's
    address."""

    key: str | None
    address: str | None = None

    @classmethod
    def of(cls, comment: "Comment") -> "Hand":
        if comment.user_id is not None:
            return cls(comment.author_key)
        return cls(comment.guest_key, comment.address_hash)

    @property
    def is_member(self) -> bool:
        """Whether the writer is a member."""
        return self.key is not None and self.key.startswith("u:")


class Authored:
    if TYPE_CHECKING:  # of the comment
        id: Mapped[int]
        user_id: Mapped[int | None]
        guest_key: Mapped[str | None]
        address_hash: Mapped[str | None]
        created_at: Mapped[datetime]

    @classmethod
    def is_by(cls, hand: Hand) -> ColumnElement[bool]:
        """In SQL: the comment is by this hand."""
        return or_(false(), *cls.ways_to(hand))

    @classmethod
    def ways_to(cls, hand: Hand) -> list[ColumnElement[bool]]:
        """The same as disjoint conditions, each with an index: of a member, a cookie, an address."""
        if hand.key is not None and hand.is_member:
            return [cls.user_id == int(hand.key[2:])]
        ways: list[ColumnElement[bool]] = []
        if hand.key is not None:
            ways.append(cls.guest_key == hand.key)
        if hand.address is not None:
            lately = cls.created_at > clock.now() - SAME_ADDRESS
            near = (cls.address_hash == hand.address, cls.user_id.is_(None), lately)
            ways.append(and_(*near, cls.guest_key.is_distinct_from(hand.key)))
        return ways

    @classmethod
    def newest_by(cls, hand: Hand, length: int) -> Select[int]:
        """The ids of this writer's newest comments, read in the order of each index."""
        newest = [
            select(cls.id).where(way).order_by(cls.id.desc()).limit(length).subquery().select()
            for way in cls.ways_to(hand)
        ]
        ids = union_all(select(cls.id).where(false()), *newest).subquery()
        return select(ids.c.id).order_by(ids.c.id.desc()).limit(length)

    @classmethod
    def count_hands(cls, *which: ColumnElement[bool]) -> int:
        """How many people may have written these comments: whatever shares an account, a cookie or
        an address is by one, since one person easily has many of either."""
        writer = func.coalesce(cast(cls.user_id, String), cls.guest_key)
        place = func.coalesce(cls.address_hash, writer)
        return _groups(db.session.execute(select(writer, place).where(*which).distinct()))


def _groups(pairs: Iterable[Any]) -> int:
    """The number of connected components of a graph, given as its edges (union-find)."""
    above: dict[str, str] = {}

    def top(node: str) -> str:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    for one, other in pairs:
        above[top(one)] = top(other)
    return sum(node == upper for node, upper in above.items())
