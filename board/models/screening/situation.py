"""Situation: how things stand on the whole site when a comment comes, in one query.

Only in times that are not quiet do the phases have to look closer.
"""

from datetime import timedelta
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, literal, select

from board.columns import present
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.hold import MACHINE, Hold
from board.models.comment.judgement import Judgement
from board.models.moderation.attack_mode import MOST_HELD, MOST_WRITERS, SPAN, Alarm
from board.models.moderation.block import Block
from board.models.moderation.ruling.ruling import Ruling
from board.models.screening.wordlist import VERSION

WITHIN = SPAN
RULED_WITHIN = timedelta(days=7)
FURTHEST = 50  # nothing is counted further: no phase asks for more


class Situation(NamedTuple):
    """Numbers of comments, and of holds by the program, `WITHIN` the last minutes; whether anything
    is blocked, whether moderators decided on something `RULED_WITHIN` the last days, and whether
    there is attack mode; the id of the newest judgement; the version of the wordlist."""

    comments: int
    holds: int
    has_blocks: bool
    was_ruled: bool
    is_alarmed: bool
    judgement: int | None
    wordlist: tuple

    @classmethod
    def now(cls) -> "Situation":
        row = db.session.execute(_situation()).one()
        return cls._make((*row[:6], tuple(row[6:])))

    @property
    def may_be_attack(self) -> bool:
        """Whether there is attack mode, or so much that `Alarm.watch` must count people."""
        return self.is_alarmed or self.comments >= MOST_WRITERS or self.holds >= MOST_HELD


@cache
def _situation() -> Select:
    lately = present(-WITHIN)
    return select(
        _number(Comment.created_at > lately),
        _number(Hold.created_at > lately, Hold.source == MACHINE),
        exists().where(Block.until > present()),
        exists().where(Ruling.created_at > present(-RULED_WITHIN)),
        exists().where(Alarm.lasts()),
        select(func.max(Judgement.id)).scalar_subquery(),
        *VERSION,
    )


def _number(*which: ColumnElement[bool]) -> ScalarSelect[int]:
    these = select(literal(1)).where(*which).limit(FURTHEST).subquery()
    return select(func.count()).select_from(these).scalar_subquery()
