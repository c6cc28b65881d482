"""Comment context: the neighbours of a comment in its thread, for moderators."""

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from board.extensions import db

if TYPE_CHECKING:
    from board.models.comment.comment import Comment

BEFORE = 2
MOST_ANSWERS = 10


class Surroundings:
    """A comment's ancestors, the two comments before it at its level, and its first replies. Two
    queries."""

    def __init__(self, comment: "Comment") -> None:
        self.comment = comment

    @cached_property
    def parents(self) -> "list[Comment]":
        """Its ancestors, from the top-level comment down to the direct parent."""
        kin = {each.id: each for each in self._kin}
        chain, parent_id = [], self.comment.parent_id
        while parent_id is not None and (parent := kin.get(parent_id)) is not None:
            chain.append(parent)
            parent_id = parent.parent_id
        return chain[::-1]

    @cached_property
    def before(self) -> "list[Comment]":
        kind = type(self.comment)
        elder = self._whole().where(
            kind.article_id == self.comment.article_id,
            kind.parent_id.is_not_distinct_from(self.comment.parent_id),
            kind.id < self.comment.id,
        )
        return list(db.session.scalars(elder.order_by(kind.id.desc()).limit(BEFORE)))[::-1]

    @property
    def answers(self) -> "list[Comment]":
        mine = [each for each in self._kin if each.parent_id == self.comment.id]
        return mine[:MOST_ANSWERS]

    @cached_property
    def _kin(self) -> "list[Comment]":
        kind, root = type(self.comment), self.comment.root_id or self.comment.id
        family = self._whole().where(or_(kind.id == root, kind.root_id == root))
        return list(db.session.scalars(family.order_by(kind.id)))

    def _whole(self):
        kind = type(self.comment)
        return select(kind).options(*kind.whole())
