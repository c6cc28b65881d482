"""Screening interface of a comment: its text is screened before it is stored.

The phases query comments, threads and rulings, so they stand above comments, in
board.models.screening; that package registers itself here when loaded, and a comment imports none
of it.
"""

from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.comment.submission import Submission


class Result(Protocol):
    """The screening's result; `body` and `nickname` are as they may be stored."""

    @property
    def body(self) -> str: ...

    @property
    def nickname(self) -> str | None: ...

    def settle(self, comment: "Comment", was_shown: bool = False) -> None:
        """Hold or release the comment, now that it has this text."""


class Screener(Protocol):
    """The screening. Both methods raise `WarnedError` when the writer can correct something and was
    not warned yet."""

    def of_new(self, article: "Article", submission: "Submission") -> Result: ...

    def of_edit(
        self, comment: "Comment", body: str, address: str | None, warned: bool
    ) -> Result: ...


class Screened:
    """Mixin: screening."""

    screening: ClassVar[Screener]
