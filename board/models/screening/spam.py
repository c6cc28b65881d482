"""Spam phase: signs of an advert, each with its points; enough of them hold the comment."""

from datetime import timedelta

from sqlalchemy import exists, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.screening.learned import learned_signs
from board.models.screening.newcomers import is_stranger
from board.text.spam import Sign, signs_of

HELD_FROM = 4  # points
STRANGER = Sign("처음 보는 사람", 1)
AGAIN = Sign("얼마 전에도 있던 글", 1)
LATELY = timedelta(days=7)


def examine(draft: Draft) -> Flag | None:
    """The flag names every sign with its points to the moderator, none to the writer."""
    text = "\n".join(draft.texts)
    signs = [*signs_of(text), *learned_signs(text, draft.situation.judgement or 0)]
    for sign, holds in ((STRANGER, is_stranger), (AGAIN, _was_written_before)):
        # Asked only when it could decide, so that most comments cost no query.
        if HELD_FROM - _total(signs) in (1, 2) and holds(draft):
            signs.append(sign)
    if _total(signs) < HELD_FROM:
        return None
    return Flag("spam", "광고로 보임", tuple(map(str, signs)), decides=False)


def _total(signs: list[Sign]) -> int:
    return sum(sign.points for sign in signs)


def _was_written_before(draft: Draft) -> bool:
    """Whether somebody else wrote the same lately."""
    if not draft.fingerprint:
        return False
    same = exists().where(
        Comment.fingerprint == draft.fingerprint,
        Comment.created_at > clock.now() - LATELY,
        Comment.id != draft.edited_id,
        ~Comment.is_by(draft.hand),
    )
    return bool(db.session.scalar(select(same)))
