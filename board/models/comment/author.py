"""Whose hand wrote: a member, or a guest known by a cookie and, for a while, by an address."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from board import clock

if TYPE_CHECKING:
    from board.models.comment.comment import Comment

# Addresses go from home to home: after a week they say nothing about a guest.
SAME_ADDRESS = timedelta(days=7)


@dataclass(frozen=True)
class Hand:
    """`key` is a member's or a guest cookie's, `address` the hash of where a guest wrote from."""

    key: str | None
    address: str | None = None

    @classmethod
    def of(cls, comment: "Comment") -> "Hand":
        if comment.user_id is not None:
            return cls(comment.author_key)
        return cls(comment.guest_key, comment.address_hash)

    @property
    def is_member(self) -> bool:
        return self.key is not None and self.key.startswith("u:")

    def wrote(self) -> ColumnElement[bool]:
        """In SQL: the comment is by this hand."""
        from board.models.comment.comment import Comment

        if self.key is not None and self.is_member:
            return Comment.user_id == int(self.key[2:])
        ways = [false()]
        if self.key is not None:
            ways.append(Comment.guest_key == self.key)
        if self.address is not None:
            lately = Comment.created_at > clock.now() - SAME_ADDRESS
            near = (Comment.address_hash == self.address, Comment.user_id.is_(None), lately)
            ways.append(and_(*near))
        return or_(*ways)

    def comments(self) -> "Select[tuple[Comment]]":
        from board.models.comment.comment import Comment

        return select(Comment).where(self.wrote()).order_by(Comment.id.desc())
