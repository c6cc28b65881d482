"""Retention of sealed originals: as long as the ruling on their comment can be undone."""

from collections.abc import Sequence

from sqlalchemy import Select, delete, select

from board import clock
from board.extensions import db
from board.models.comment.judgement import Judgement
from board.models.comment.original import Original
from board.models.comment.removal import UNDO_FOR
from board.models.moderation.ruling.ruling import Ruling


def beyond_ruling() -> Select[int]:
    """Ids of those written, and last judged, too long ago."""
    since = clock.now() - UNDO_FOR
    judged = (
        select(Judgement.comment_id)
        .join(Ruling, Ruling.id == Judgement.ruling_id)
        .where(Ruling.created_at > since)
    )
    return select(Original.id).where(
        Original.created_at <= since, Original.comment_id.not_in(judged)
    )


def erase_originals(ids: Sequence[int]) -> int:
    due = delete(Original).where(Original.id.in_(ids), Original.id.in_(beyond_ruling()))
    return db.change(due.execution_options(synchronize_session=False))
