"""Screening: every comment, new or edited, goes through the same phases in the same order.

It only holds comments until somebody has looked; it never deletes one, nor suspends anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from board import clock
from board.models.comment.comment import Comment
from board.models.comment.hold import MACHINE, Hold
from board.models.screening import (
    duplicates,
    evasion,
    heat,
    links,
    newcomers,
    offenders,
    personal,
    slowed,
    spam,
    words,
)
from board.models.screening.draft import Draft
from board.models.screening.flag import ABOUT_THE_WORDS, Flag
from board.text.personal import NEVER_KEPT, masked

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.submission import Submission

PHASES = (
    slowed,
    duplicates,
    words,
    links,
    spam,
    personal,
    evasion,
    newcomers,
    offenders,
    heat,
)
PUBLISHED, HELD = "published", "held"


class WarnedError(Exception):
    """Nothing was written yet: `flags` are what the writer may correct first."""

    def __init__(self, flags: list[Flag]) -> None:
        super().__init__(", ".join(flag.sentence for flag in flags))
        self.flags = flags


@dataclass(frozen=True)
class Screening:
    """The result for a comment. `body` and `nickname` are as they may be stored: personal numbers
    are masked before anything is written. `original` is the text to seal, or None."""

    flags: list[Flag]
    body: str
    nickname: str | None
    original: str | None = None

    @classmethod
    def of_new(cls, article: "Article", submission: "Submission") -> "Screening":
        """`TooSoonError` when the writer must wait, because much was held."""
        return cls.of(Draft.of_new(article, submission)).insist(submission.warned)

    @classmethod
    def of_edit(cls, comment: Comment, body: str, address: str | None, warned: bool) -> "Screening":
        return cls.of(Draft.of_edit(comment, body, address)).insist(warned)

    @classmethod
    def of(cls, draft: Draft) -> "Screening":
        if draft.is_by_staff:
            return cls([], draft.body, draft.nickname)
        body, nickname = masked(draft.body), draft.nickname and masked(draft.nickname)
        original = masked(draft.body, NEVER_KEPT) if body != draft.body else body
        sealed = original if original != body else None
        return cls(list(_flags(draft)), body, nickname, sealed)

    @property
    def outcome(self) -> str:
        return HELD if self.flags else PUBLISHED

    def insist(self, warned: bool) -> "Screening":
        """Itself; `WarnedError` when there is something the writer can put right and was not told
        of yet (`warned`)."""
        first = [flag for flag in self.flags if flag.is_warned_of]
        if first and not warned:
            raise WarnedError(first)
        return self

    def settle(self, comment: Comment, was_shown: bool = False) -> None:
        """Hold or release the comment, now that it has this text.

        A hold by the program for the old text ends when the new one is better; a hold for the
        writer continues. What readers or moderators had hidden returns to the queue.
        """
        if self.original is not None or comment.edited_at is not None:
            comment.seal(self.original)
        flags = [flag.kept() for flag in self.flags]
        if comment.hold is None:
            if flags:
                comment.hold_back(MACHINE, flags, was_shown=was_shown)
        elif comment.hold.source != MACHINE:
            comment.hold.resubmitted_at = comment.hold.resubmitted_at or clock.now()
        elif flags := [*_lasting(comment.hold, flags), *flags]:
            comment.hold.flags = flags
        else:
            comment.release()


def _flags(draft: Draft) -> Iterator[Flag]:
    """The flags of the phases, up to the first that decides."""
    for phase in PHASES:
        flag = phase.examine(draft)
        if flag is not None:
            yield flag
            if flag.decides:
                return


def _lasting(hold: Hold, new: list[dict]) -> list[dict]:
    """Earlier flags that a new text does not resolve."""
    again = [flag["phase"] for flag in new]
    return [flag for flag in hold.flags if flag["phase"] not in (*ABOUT_THE_WORDS, *again)]


Comment.screening = Screening
