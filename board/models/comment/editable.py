"""Editing of a comment: a short window for its writer, and a mark afterwards."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy.orm import Mapped, mapped_column

from board import clock
from board.columns import UTCDateTime
from board.models.comment.screened import Screened
from board.text.korean import span

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.comment.hold import Hold
    from board.models.legal.takedown.takedown import Takedown

EDIT_WINDOW = timedelta(minutes=10)
NOT_EDITABLE = (
    f"댓글은 쓴 사람이 {span(EDIT_WINDOW)} 안에만 고칠 수 있습니다. 지우고 다시 쓰실 수 있습니다."
)

GONE = "그사이 지워지거나 가려진 댓글이라 고칠 수 없습니다."


class TooLateError(ValueError):
    """The comment can no longer be edited; the text says so in Korean."""


class Young:
    """Mixin: the window for editing."""

    __slots__ = ()

    if TYPE_CHECKING:  # of the comment
        created_at: Mapped[datetime]

    @property
    def is_young(self) -> bool:
        return clock.now() - self.created_at < EDIT_WINDOW


class Editable(Young, Screened):
    """Mixin: editing."""

    if TYPE_CHECKING:  # of the comment
        body: Mapped[str]
        revision: Mapped[int]
        created_at: Mapped[datetime]
        hold: Mapped[Hold | None]

        @property
        def is_removed(self) -> bool: ...
        @property
        def takedown(self) -> Takedown | None: ...
        def _take_turns(self) -> None: ...

    edited_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @property
    def is_editable(self) -> bool:
        """Within ten minutes; what is held back may be put right once even later."""
        if self.is_decided_on:
            return False
        waits = self.hold is not None and self.hold.resubmitted_at is None
        return waits or self.is_young

    @property
    def is_decided_on(self) -> bool:
        """Removed or taken down: these words stay as they were decided on."""
        return self.is_removed or self.takedown is not None

    def edit(self, body: str, address: str | None = None, warned: bool = True) -> None:
        """Change the words; writing the same ones again leaves no mark.

        They are screened like new ones, see `article.comment`. `address` is the hash of where they
        come from. Raises `TooLateError` when the comment was deleted or hidden meanwhile: the words
        behind that sentence are those that were decided on.
        """
        if body == self.body:
            return
        comment = cast("Comment", self)
        screening = self.screening.of_edit(comment, body, address, warned)
        self._take_turns()
        if not self.is_editable:
            raise TooLateError(GONE)
        self.body = screening.body
        self.revision += 1
        self.edited_at = clock.now()
        screening.settle(comment, was_shown=True)
