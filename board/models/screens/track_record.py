"""Track record of writers: how many of their comments were judged, and how many deleted."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import distinct, func, or_, select

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.judgement import Judgement
from board.models.moderation.ruling.ruling import Ruling
from board.models.moderation.ruling.verdict import REJECTING


@dataclass(frozen=True)
class Record:
    """A track record: comments that moderators judged and did not put back."""

    judged: int = 0
    rejected: int = 0

    @classmethod
    def of_writers(cls, comments: "Iterable[Comment]") -> "dict[str, Record]":
        """{writer's key: record} for these comments; one query. Writers without one are missing."""
        members = {each.user_id for each in comments if each.user_id}
        guests = {each.guest_key for each in comments if each.guest_key and not each.user_id}
        if not (members or guests):
            return {}
        comment = distinct(Judgement.comment_id)
        rejected = func.count(comment).filter(Ruling.verdict.in_(REJECTING))
        rows = db.session.execute(
            select(Comment.user_id, Comment.guest_key, func.count(comment), rejected)
            .join(Judgement, Judgement.comment_id == Comment.id)
            .join(Ruling, Ruling.id == Judgement.ruling_id)
            .where(Judgement.undone_at.is_(None))
            .where(or_(Comment.user_id.in_(members), Comment.guest_key.in_(guests)))
            .group_by(Comment.user_id, Comment.guest_key)
        )
        return {f"u:{user}" if user else str(guest): cls(*counts) for user, guest, *counts in rows}
