"""Slowed writer phase: whoever keeps writing what is held waits between two comments.

One writer is slowed before attack mode (`moderation/attack_mode.py`) slows the whole site.
"""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.hold import MACHINE, Hold
from board.models.moderation.slowdown import TooSoonError
from board.models.screening.draft import NEW, Draft
from board.models.screening.situation import WITHIN
from board.text.korean import span

PATIENCE = 3  # comments held in that time, of which nobody has shown one again
APART = timedelta(minutes=3)  # from then on, after each that was held


def examine(draft: Draft) -> None:
    """Raise `TooSoonError` while this writer must wait; no comment is held for it. Edits are free,
    and so are seeds, which have no address."""
    if draft.edited_id != NEW or draft.address is None:
        return
    held = _held_lately(draft) if draft.situation.holds >= PATIENCE else []
    if len(held) < PATIENCE:
        return
    wait = ceil((max(held) + APART - clock.now()).total_seconds())
    if wait > 0:
        said = f"가려 둔 댓글이 여럿이라 지금은 {span(APART)}에 하나씩 쓸 수 있습니다."
        raise TooSoonError(said, wait)


def _held_lately(draft: Draft) -> list[datetime]:
    """When comments of this writer were held that are still hidden."""
    held = select(Hold).join(Comment, Comment.id == Hold.comment_id)
    lately = (Hold.source == MACHINE, Hold.created_at > clock.now() - WITHIN)
    of_them = held.where(Comment.is_by(draft.hand), ~Comment.is_up(), *lately)
    return [each.created_at for each in db.session.scalars(of_them) if not each.is_for_newness]
