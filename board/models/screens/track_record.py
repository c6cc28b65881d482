"""Track record of writers: how many of their newest comments were judged, and how many deleted."""

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

MOST_COMMENTS = 50  # of each writer, so that a page costs no more for who wrote thousands


@dataclass(frozen=True)
class Record:
    """A track record: of a writer's newest comments those that moderators judged and did not put
    back."""

    judged: int = 0
    rejected: int = 0

    @classmethod
    def of_writers(cls, comments: "Iterable[Comment]") -> "dict[str, Record]":
        """{writer's key: record} for these comments; one query for members, one for guests. Writers
        without one are missing."""
        members = {each.id for each in comments if each.user_id}
        guests = {each.id for each in comments if each.guest_key and not each.user_id}
        of_members = cls._of(Comment.user_id, members)
        of_guests = cls._of(Comment.guest_key, guests)
        return {f"u:{user}": record for user, record in of_members.items()} | of_guests

    @classmethod
    def _of(cls, writer: InstrumentedAttribute, comments: set[int]) -> "dict[Any, Record]":
        """Records by this column of who wrote these comments: its index finds the newest ones of
        each, and they their judgements."""
        if not comments:
            return {}
        writers = select(writer.label("key")).where(Comment.id.in_(comments)).distinct().subquery()
        by_them = select(Comment.id).where(writer == writers.c.key).correlate(writers)
        newest = by_them.order_by(Comment.id.desc()).limit(MOST_COMMENTS).subquery()
        judged = exists().where(Judgement.comment_id == newest.c.id, Judgement.undone_at.is_(None))
        rejected = judged.where(Ruling.id == Judgement.ruling_id, Ruling.verdict.in_(REJECTING))
        counts = (
            select(func.count()).select_from(newest).where(which).scalar_subquery()
            for which in (judged, rejected)
        )
        found = db.session.execute(select(writers.c.key, *counts)).all()
        return {key: cls(*counts) for key, *counts in found if counts[0]}
