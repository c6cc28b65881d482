"""Comment from its row: what a thread shows of one that everybody may read, without loading it."""

from datetime import datetime
from typing import TYPE_CHECKING

from markupsafe import Markup
from sqlalchemy import Row

from board.models.comment.author import name_of
from board.models.comment.comment import Comment
from board.models.comment.editable import Young
from board.models.screens.thread_rows import author_key, is_up

if TYPE_CHECKING:
    from board.models.site.board import Board

HTML = Comment.html.type


class ShownComment(Young):
    """What templates and permissions ask of a `Comment` that is up, with the same names.

    `to` is the name of the writer whom it answers beyond the deepest indent. Staff, who may do more,
    get the comment itself.
    """

    __slots__ = (
        "author_key",
        "author_name",
        "board",
        "created_at",
        "depth",
        "edited_at",
        "html",
        "id",
        "is_guest",
        "recommendations_count",
        "recommendations_excluded",
        "to",
    )
    absence, is_shown, is_removed = None, True, False

    id: int
    depth: int
    html: Markup
    created_at: datetime
    edited_at: datetime | None
    to: str | None

    def __init__(self, row: Row, board: "Board", answered: Row | None) -> None:
        self.id, self.depth, self.board = row.id, row.depth, board
        self.html = HTML.process_result_value(row.html, None)
        self.created_at, self.edited_at = row.created_at, row.edited_at
        self.author_key, self.is_guest = author_key(row), row.is_guest
        self.author_name = name_of(row.name, row.nickname)
        self.recommendations_count = row.recommendations_count
        self.recommendations_excluded = row.recommendations_excluded
        self.to = None
        if answered is not None and is_up(answered):
            self.to = name_of(answered.name, answered.nickname)

    @property
    def is_editable(self) -> bool:
        return self.is_young
