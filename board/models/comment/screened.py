"""Screening as a comment knows it: somebody judges its words before they are kept.

The phases look at comments, threads and rulings, so they stand above comments, in
board.models.screening; that room enters itself here as it is loaded, and a comment imports none
of it.
"""

from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.comment.submission import Submission


class Result(Protocol):
    """What becomes of the words; `body` and `nickname` are as they may be kept."""

    @property
    def body(self) -> str: ...

    @property
    def nickname(self) -> str | None: ...

    def settle(self, comment: "Comment", was_shown: bool = False) -> None:
        """Hold the comment back or let it go, now that it has these words."""


class Screener(Protocol):
    """Both raise `WarnedError` when the writer can put something right and was not warned yet."""

    def of_new(self, article: "Article", submission: "Submission") -> Result: ...

    def of_edit(
        self, comment: "Comment", body: str, address: str | None, warned: bool
    ) -> Result: ...


class Screened:
    screening: ClassVar[Screener]
