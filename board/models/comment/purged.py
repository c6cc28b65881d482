"""Purge of comments removed too long ago to be restored: their text is erased, and their row
deleted if nobody replied. Comments with an unanswered appeal are kept entirely."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.orm import aliased

from board.extensions import db
from board.models import audit
from board.models.comment.appeal import Appeal
from board.models.comment.comment import Comment
from board.models.comment.hold import Hold
from board.models.comment.original import Original
from board.models.comment.removal import Removal
from board.models.comment.report import Report

BLANK = {
    "body": "",
    "html": "",
    "fingerprint": "",
    "nickname": None,
    "password_hash": None,
    "guest_key": None,
    "address_hash": None,
    "address_mask": None,
    "once": None,
}


def with_words_left() -> Select[int]:
    """Ids of those whose text is not erased yet."""
    return select(Comment.id).join(Comment.removal).where(_is_final(), Comment.body != "")


def erase_words(ids: Sequence[int]) -> int:
    """Erase text, author, flags and reports of these comments; returns how many."""
    due = _still(with_words_left(), ids)
    _execute(update(Comment).where(Comment.id.in_(due)).values(BLANK))
    reported = {"body": "", "note": "", "address_hash": None}
    _execute(update(Report).where(Report.comment_id.in_(due)).values(reported))
    appealed = {"body": "", "answer": ""}
    _execute(update(Appeal).where(Appeal.comment_id.in_(due)).values(appealed))
    for kind in (Hold, Original):
        _execute(delete(kind).where(kind.comment_id.in_(due)))
    if due:
        audit.record("comment.purge", comments=len(due))
    return len(due)


def without_answers() -> Select[int]:
    """Ids of those without remaining replies, deepest first."""
    final = (
        select(Comment.id, Comment.parent_id).join(Comment.removal).where(_is_final()).cte("final")
    )
    answer = aliased(Comment)
    answered = (
        select(answer.parent_id.label("id"))
        .join(final, final.c.id == answer.parent_id)
        .where(answer.id.not_in(select(final.c.id)))
        .cte("answered", recursive=True)
    )
    above = select(final.c.parent_id).join(answered, answered.c.id == final.c.id)
    answered = answered.union(above.where(final.c.parent_id.is_not(None)))
    gone = select(final.c.id).where(final.c.id.not_in(select(answered.c.id)))
    return gone.order_by(final.c.id.desc())


def delete_places(ids: Sequence[int]) -> int:
    """Delete these rows and everything attached; returns how many comments."""
    due = _still(without_answers(), ids)
    _execute(delete(Comment).where(Comment.id.in_(due)))
    return len(due)


def _is_final() -> ColumnElement[bool]:
    return Removal.is_past_undoing() & ~Comment.appeals.any(Appeal.answered_at.is_(None))


def _still(question: Select[int], ids: Sequence[int]) -> list[int]:
    """Those of the ids that still match, now locked against replies and restoration."""
    mine = select(Comment.id).where(Comment.id.in_(ids)).order_by(Comment.id).with_for_update()
    db.session.execute(mine)
    [own_id] = question.selected_columns
    return list(db.session.scalars(question.where(own_id.in_(ids))))


def _execute(statement) -> None:
    db.session.execute(statement, execution_options={"synchronize_session": False})
