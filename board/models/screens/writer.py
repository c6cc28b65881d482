"""Writer profile for moderators: all they know about a comment's writer."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, literal, select
from sqlalchemy.orm import joinedload

from board.extensions import db
from board.models.comment.author import Hand
from board.models.comment.judgement import Judgement
from board.models.comment.removal import Removal
from board.models.comment.report import Report
from board.models.moderation.note import Remark
from board.models.moderation.ruling.ruling import Ruling
from board.models.moderation.ruling.verdict import KEEP

if TYPE_CHECKING:
    from board.models.comment.comment import Comment

LENGTH = 20  # rows of a list
MOST_COMMENTS = 1000  # the newest ones, which are looked at one by one


class Person:
    """The writer of `comment`: a member, or a guest as far as identifiable."""

    def __init__(self, comment: "Comment") -> None:
        self.comment = comment
        self.hand = Hand.of(comment)

    @property
    def most_comments(self) -> int:
        return MOST_COMMENTS

    @property
    def name(self) -> str:
        return self.comment.author_name

    @cached_property
    def since(self) -> datetime | None:
        """When a member joined, or when a guest first wrote."""
        if self.comment.user is not None:
            return self.comment.user.created_at
        kind = type(self.comment)
        first = (
            db.session.scalar(select(kind.created_at).where(way).order_by(kind.id).limit(1))
            for way in kind.ways_to(self.hand)
        )
        return min((moment for moment in first if moment is not None), default=None)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers of comments, of the newest `MOST_COMMENTS` that were deleted by moderators or are
        held now, of reports made, and of their outcomes."""
        kind = type(self.comment)
        counted = select(func.count()).select_from(kind)
        ways = (counted.where(way).scalar_subquery() for way in kind.ways_to(self.hand))
        newest = counted.where(kind.id.in_(self._newest))
        made = select(func.count()).select_from(Report).where(Report.reporter == self.hand.key)
        ruled = made.join(Ruling, Ruling.id == Report.ruling_id)
        numbers = {
            "written": select(sum(ways, start=literal(0))),
            "removed": newest.where(kind.removal.has(Removal.by_author.is_(False))),
            "held": newest.where(kind.hold.has(), ~kind.removal.has()),
            "reported": made,
            "right": ruled.where(Ruling.verdict != KEEP),
            "wrong": ruled.where(Ruling.verdict == KEEP),
        }
        found = db.session.execute(select(*(each.scalar_subquery() for each in numbers.values())))
        return dict(zip(numbers, found.one(), strict=True))

    @cached_property
    def judgements(self) -> "list[Judgement]":
        """Recent decisions on the writer's newest comments, newest first."""
        decided = select(Judgement).where(Judgement.comment_id.in_(self._newest))
        ruling = joinedload(Judgement.ruling)
        decided = decided.options(ruling.joinedload(Ruling.by), joinedload(Judgement.comment))
        return list(db.session.scalars(decided.order_by(Judgement.id.desc()).limit(LENGTH)))

    @cached_property
    def comments(self) -> "list[Comment]":
        """The newest comments, whether readers see them or not."""
        kind = type(self.comment)
        lately = select(kind).where(kind.id.in_(kind.newest_by(self.hand, LENGTH)))
        lately = lately.options(*kind.whole(), joinedload(kind.article))
        return list(db.session.scalars(lately.order_by(kind.id.desc())))

    @cached_property
    def remarks(self) -> list[Remark]:
        return list(db.session.scalars(Remark.about_the_writer_of(self.comment).limit(LENGTH)))

    @property
    def _newest(self) -> Select[int]:
        return type(self.comment).newest_by(self.hand, MOST_COMMENTS)
