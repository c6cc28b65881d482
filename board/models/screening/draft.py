"""A comment about to be written, or to get other words, as the phases of the screening see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, select, true

from board.extensions import db
from board.models.comment.author import Hand
from board.models.comment.comment import Comment
from board.text.fingerprints import fingerprint
from board.text.hosts import hosts

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.user.guest import Guest
    from board.models.user.user import User

# Readers must have seen so many comments of a hand before it is known.
FIRST = 2


@dataclass
class Draft:
    """`writer` is a member, None for a guest; `comment` the one that is edited. `address` is the
    hash of where the words come from now; without one they come from inside the house. `guards` is
    what the form's own guards say against its having been sent by a person."""

    article: "Article"
    body: str
    hand: Hand
    writer: "User | None" = None
    nickname: str | None = None
    parent_id: int | None = None
    comment: Comment | None = None
    address: str | None = None
    guards: Sequence[str] = ()

    @classmethod
    def of_new(
        cls,
        article: "Article",
        body: str,
        by: "User | Guest",
        nickname: str | None = None,
        parent: Comment | None = None,
        address: str | None = None,
        guards: Sequence[str] = (),
    ) -> "Draft":
        writer = None if by.is_guest else by
        named = nickname if by.is_guest else None
        hand = Hand(by.key, address)
        return cls(article, body, hand, writer, named, parent and parent.id, None, address, guards)

    @classmethod
    def of_edit(cls, comment: Comment, body: str, address: str | None = None) -> "Draft":
        return cls(
            comment.article,
            body,
            hand=Hand.of(comment),
            writer=comment.user,
            nickname=comment.nickname,
            parent_id=comment.parent_id,
            comment=comment,
            address=address,
        )

    @property
    def is_by_staff(self) -> bool:
        return self.writer is not None and self.writer.is_staff

    @property
    def texts(self) -> tuple[str, ...]:
        """All that readers will see of it."""
        return (self.nickname, self.body) if self.nickname else (self.body,)

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(self.body)

    @cached_property
    def hosts(self) -> list[str]:
        """The hosts it names."""
        return [host for text in self.texts for host in hosts(text)]

    @cached_property
    def is_newcomers(self) -> bool:
        """Whether readers have seen fewer than `FIRST` other comments of this hand."""
        seen = select(Comment.id).where(self.hand.wrote(), Comment.is_up(), self.is_another())
        count = select(func.count()).select_from(seen.limit(FIRST).subquery())
        return (db.session.scalar(count) or 0) < FIRST

    def is_another(self) -> ColumnElement[bool]:
        """In SQL: a comment that is not the one edited."""
        return Comment.id != self.comment.id if self.comment else true()
