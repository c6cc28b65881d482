"""Repeat offender phase: writers much of whose recent comments moderators removed."""

from sqlalchemy import distinct, exists, func, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.judgement import Judgement
from board.models.moderation.ruling.ruling import Ruling
from board.models.moderation.ruling.verdict import REJECTING
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.screening.situation import RULED_WITHIN

AT_LEAST = 5  # judged comments
REJECTED = 0.3


def examine(draft: Draft) -> Flag | None:
    judged, rejected = _record(draft) if draft.situation.was_ruled else (0, 0)
    if judged >= AT_LEAST and rejected >= REJECTED * judged:
        return Flag("offenders", f"이레 사이 살펴본 댓글 {judged}개 가운데 {rejected}개가 지워짐")
    return None


def _record(draft: Draft) -> tuple[int, int]:
    """(judged, rejected) comments of this writer."""
    comment = distinct(Judgement.comment_id)
    # From the rulings to the comments: the writer may have thousands.
    theirs = exists().where(Comment.id == Judgement.comment_id, Comment.is_by(draft.hand))
    row = db.session.execute(
        select(func.count(comment), func.count(comment).filter(Ruling.verdict.in_(REJECTING)))
        .join(Ruling, Ruling.id == Judgement.ruling_id)
        .where(
            Judgement.undone_at.is_(None), Ruling.created_at > clock.now() - RULED_WITHIN, theirs
        )
    ).one()
    return row[0], row[1]
