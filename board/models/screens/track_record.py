"""Track record of writers: how many of their comments were judged, and how many deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

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
        """{writer's key: record} for these comments; one query for members, one for guests. Writers
        without one are missing."""
        members = {each.user_id for each in comments if each.user_id}
        guests = {each.guest_key for each in comments if each.guest_key and not each.user_id}
        of_members = cls._of(Comment.user_id, members)
        of_guests = cls._of(Comment.guest_key, guests)
        return {f"u:{user}": record for user, record in of_members.items()} | of_guests

    @classmethod
    def _of(cls, writer: InstrumentedAttribute, keys: set) -> "dict[Any, Record]":
        """Records by this column: the index of it finds the comments, and they their judgements."""
        if not keys:
            return {}
        judged = exists().where(Judgement.comment_id == Comment.id, Judgement.undone_at.is_(None))
        rejected = judged.where(Ruling.id == Judgement.ruling_id, Ruling.verdict.in_(REJECTING))
        counted = select(writer, func.count(), func.count().filter(rejected))
        counted = counted.where(writer.in_(keys), judged).group_by(writer)
        return {key: cls(*counts) for key, *counts in db.session.execute(counted)}
