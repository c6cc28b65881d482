"""Replies: stored at any depth, each with a reference to its top-level comment."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

if TYPE_CHECKING:
    from board.models.comment.comment import Comment

DEEPEST_INDENT = 2


class Threaded:
    """Mixin: a comment's place in the thread."""

    @declared_attr
    def parent_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def root_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), index=True)

    depth: Mapped[int] = mapped_column(default=0)

    @declared_attr
    def parent(cls) -> Mapped["Comment | None"]:
        return relationship(remote_side="Comment.id", foreign_keys="Comment.parent_id")

    @property
    def indent(self) -> int:
        return min(self.depth, DEEPEST_INDENT)

    @property
    def to(self) -> str | None:
        """The name of the writer whom it answers beyond the deepest indent, unless that comment is
        hidden: then its writer's name is, too."""
        parent = self.parent if self.depth > DEEPEST_INDENT else None
        return parent.author_name if parent is not None and parent.is_shown else None

    def answer(self, parent: "Comment | None") -> None:
        """Make this comment a reply to `parent`; None makes it a top-level one."""
        if parent is None:
            return
        self.parent = parent
        self.root_id = parent.root_id or parent.id
        self.depth = parent.depth + 1
