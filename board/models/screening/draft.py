"""Draft of a comment: words about to be written, or to replace others, as the phases see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from board.models.comment.author import Hand
from board.models.screening.situation import Situation
from board.text.fingerprints import fingerprint
from board.text.hosts import hosts

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.comment.submission import Submission
    from board.models.user.user import User

NEW = 0  # no comment has this id


@dataclass
class Draft:
    """A draft. `writer` is a member, None for a guest; `edited_id` the id of the edited comment, or
    `NEW`. `address` is the hash of the client address; seeds have none. `suspicions` are those of
    the `Submission`."""

    article: "Article"
    body: str
    hand: Hand
    writer: "User | None" = None
    nickname: str | None = None
    parent_id: int | None = None
    edited_id: int = NEW
    address: str | None = None
    suspicions: Sequence[str] = ()

    @classmethod
    def of_new(cls, article: "Article", submission: "Submission") -> "Draft":
        return cls(
            article,
            submission.body,
            hand=submission.hand,
            writer=submission.writer,
            nickname=submission.nickname if submission.by.is_guest else None,
            parent_id=submission.parent.id if submission.parent is not None else None,
            address=submission.origin[0],
            suspicions=submission.suspicions,
        )

    @classmethod
    def of_edit(cls, comment: "Comment", body: str, address: str | None = None) -> "Draft":
        return cls(
            comment.article,
            body,
            hand=Hand.of(comment),
            writer=comment.user,
            nickname=comment.nickname,
            parent_id=comment.parent_id,
            edited_id=comment.id,
            address=address,
        )

    @property
    def is_by_staff(self) -> bool:
        return self.writer is not None and self.writer.is_staff

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts of it that readers will see."""
        return (self.nickname, self.body) if self.nickname else (self.body,)

    @cached_property
    def situation(self) -> Situation:
        """How things stand on the site."""
        return Situation.now()

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(self.body)

    @cached_property
    def hosts(self) -> list[str]:
        """The hosts it names."""
        return [host for text in self.texts for host in hosts(text)]
