"""Learning from the moderators' own rulings: adverts they removed, comments they kept.

Nothing is stored: each process learns from the words that are still in the database, so what is
erased is forgotten, and learns again after some rulings or a while. That takes 40 ms at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, and_, func, or_, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.judgement import KEEP, REMOVE, SPAM, Judgement
from board.models.moderation.ruling.ruling import Ruling
from board.text.korean import NOTHING
from board.text.spam import Lesson, Sign

FEWEST_RULINGS = 200  # before they teach anything
FEWEST_OF_EACH = 20  # adverts, and kept comments
MOST_OF_EACH = 300  # the newest
AGAIN_AFTER = 20  # new judgements
AGAIN_WITHIN = timedelta(hours=1)
# Mean log odds, and what they count for. The last speaks for the writer.
MUCH_ALIKE, ALIKE, UNLIKE = 0.5, 0.25, -0.15


def learned_signs(text: str, newest: int | None = None) -> list[Sign]:
    """What earlier rulings say of a text; nothing until there are enough of them. `newest` is the
    id of the newest judgement, where it is known."""
    lesson = _lesson_in_force(db.session.scalar(NEWEST) or 0 if newest is None else newest)
    if lesson is None:
        return []
    likeness = lesson.likeness(text)
    if likeness >= ALIKE:
        name = f"지운 광고와 닮음({'·'.join(lesson.telling(text))})"
        return [Sign(name, 3 if likeness >= MUCH_ALIKE else 2)]
    return [Sign("남겨 둔 댓글과 닮음", -1)] if likeness <= UNLIKE else []


@dataclass(frozen=True)
class _Learned:
    """What a process has learned, `at` a moment, up to the judgement with the id `last`."""

    last: int
    at: datetime
    lesson: Lesson | None

    def is_current(self, last: int) -> bool:
        since = last - self.last
        enough = AGAIN_AFTER if self.lesson else 1  # too few rulings may be enough after the next
        return 0 <= since < enough and NOTHING <= clock.now() - self.at < AGAIN_WITHIN


NEWEST = select(func.max(Judgement.id))
_learned: _Learned | None = None  # of this process


def _lesson_in_force(newest: int) -> Lesson | None:
    global _learned
    if _learned is None or not _learned.is_current(newest):
        _learned = _Learned(newest, clock.now(), _learn())
    return _learned.lesson


def _learn() -> Lesson | None:
    advert = or_(Ruling.verdict == SPAM, and_(Ruling.verdict == REMOVE, Ruling.reason == "ad"))
    adverts, kept = _judged(advert), _judged(Ruling.verdict == KEEP)
    rulings = {row.ruling_id for row in (*adverts, *kept)}
    if len(rulings) < FEWEST_RULINGS or min(len(adverts), len(kept)) < FEWEST_OF_EACH:
        return None
    return Lesson([row.body for row in adverts], [row.body for row in kept])


def _judged(verdict: ColumnElement[bool]) -> Sequence[Row]:
    """(ruling_id, body) of the comments last judged so, with the words that were judged."""
    return db.session.execute(
        select(Judgement.ruling_id, Comment.body)
        .join(Ruling, Ruling.id == Judgement.ruling_id)
        .join(Comment, Comment.id == Judgement.comment_id)
        .where(verdict, Judgement.undone_at.is_(None))
        .where(Judgement.revision == Comment.revision, Comment.body != "")
        .order_by(Judgement.id.desc())
        .limit(MOST_OF_EACH)
    ).all()
