"""Duplicates: one hand saying the same again, many hands saying what one has written, and what
meets a pattern that moderators have blocked."""

from datetime import timedelta

from sqlalchemy import exists, select

from board import clock
from board.extensions import db
from board.models.block import Block
from board.models.comment import Comment
from board.models.removal import Removal
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag

SAME_HAND = timedelta(minutes=10)
MANY_HANDS = timedelta(hours=1)
HANDS = 3
MOST_COPIES = 50  # looked at


def examine(draft: Draft) -> Flag | None:
    if blocked := _blocked(draft):
        return Flag("duplicates", "막아 둔 것", tuple(blocked))
    if _said_before(draft):
        return Flag("duplicates", "같은 댓글을 되풀이함")
    if draft.fingerprint and _hands(draft) >= HANDS:
        return Flag("duplicates", "여러 사람 이름으로 되풀이된 댓글")
    return None


def _blocked(draft: Draft) -> dict[str, None]:
    """What of the draft is blocked, in words for moderators."""
    hand = {"guest_key": draft.hand.key, "address_hash": draft.hand.address}
    blocks = Block.matching(draft.fingerprint, draft.hosts, **({} if draft.writer else hand))
    return dict.fromkeys(block.kind_name for block in db.session.scalars(blocks))


def _said_before(draft: Draft) -> bool:
    """A courtesy counts only when it is said twice in the same place."""
    same = [Comment.fingerprint == draft.fingerprint]
    if not draft.fingerprint:
        same = [
            Comment.body == draft.body,
            Comment.article_id == draft.article.id,
            Comment.parent_id == draft.parent_id,
        ]
    lately = Comment.created_at > clock.now() - SAME_HAND
    taken_back = Comment.removal.has(Removal.by_author)
    mine = select(Comment.id).where(
        *same, lately, draft.hand.wrote(), draft.is_another(), ~taken_back
    )
    return bool(db.session.scalar(select(exists(mine))))


def _hands(draft: Draft) -> int:
    """How many hands have written these words lately, this one included."""
    copies = select(Comment.user_id, Comment.address_hash, Comment.guest_key).where(
        Comment.fingerprint == draft.fingerprint,
        Comment.created_at > clock.now() - MANY_HANDS,
        draft.is_another(),
    )
    own = draft.writer.id if draft.writer else draft.hand.address or draft.hand.key
    rows = db.session.execute(copies.distinct().limit(MOST_COPIES))
    return len({own, *(user or address or key for user, address, key in rows)})
