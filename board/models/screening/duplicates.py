"""Duplicate detection phase: repeated text by one writer, the same text by many, and blocked
patterns."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from sqlalchemy import Row, Select, bindparam, select

from board import clock
from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.removal import Removal
from board.models.moderation.block import Block
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag

SAME_HAND = timedelta(minutes=10)
MANY_HANDS = timedelta(hours=1)
HANDS = 3
MOST_COPIES = 50  # looked at


def examine(draft: Draft) -> Flag | None:
    if draft.situation.has_blocks and (blocked := _blocked(draft)):
        return Flag("duplicates", "막아 둔 것", tuple(blocked))
    if not draft.fingerprint:
        return _repeated() if _is_said_twice(draft) else None
    copies = _copies(draft)
    mine = [copy for copy in copies if _is_mine(copy, draft)]
    if any(copy.created_at > clock.now() - SAME_HAND for copy in mine):
        return _repeated()
    others = {
        copy.user_id or copy.address_hash or copy.guest_key for copy in copies if copy not in mine
    }
    if len(others) + 1 >= HANDS:
        return Flag("duplicates", "여러 사람 이름으로 되풀이된 댓글")
    return None


def _repeated() -> Flag:
    return Flag("duplicates", "같은 댓글을 되풀이함")


def _blocked(draft: Draft) -> dict[str, None]:
    """Blocked patterns in the draft, in words for moderators."""
    hand = {"guest_key": draft.hand.key, "address_hash": draft.hand.address}
    blocks = Block.matching(draft.fingerprint, draft.hosts, **({} if draft.writer else hand))
    return dict.fromkeys(block.kind_name for block in db.session.scalars(blocks))


def _is_said_twice(draft: Draft) -> bool:
    """Whether its writer repeats it; short courtesies may be repeated, but not in the same
    place."""
    same = select(Comment.id).where(
        Comment.article_id == draft.article.id,
        Comment.parent_id == draft.parent_id,
        Comment.body == draft.body,
        Comment.created_at > clock.now() - SAME_HAND,
        Comment.is_by(draft.hand),
        Comment.id != draft.edited_id,
        ~Comment.removal.has(Removal.by_author),
    )
    return db.session.scalar(same.limit(1)) is not None


def _copies(draft: Draft) -> Sequence[Row]:
    """Recent comments with the same text, without those their writer deleted to write them
    again."""
    since = clock.now() - MANY_HANDS
    asked = {"words": draft.fingerprint, "since": since, "edited": draft.edited_id}
    return db.session.execute(_question(), asked).all()


@cache
def _question() -> Select:
    """The prepared query: asked of nearly every comment, and building it takes longer than running
    it."""
    return (
        select(Comment.user_id, Comment.address_hash, Comment.guest_key, Comment.created_at)
        .where(Comment.fingerprint == bindparam("words"), Comment.created_at > bindparam("since"))
        .where(Comment.id != bindparam("edited"), ~Comment.removal.has(Removal.by_author))
        .order_by(Comment.id.desc())
        .limit(MOST_COPIES)
    )


def _is_mine(copy: Row, draft: Draft) -> bool:
    if draft.writer is not None:
        return copy.user_id == draft.writer.id
    hand = draft.hand
    same_place = hand.address is not None and copy.address_hash == hand.address
    return copy.user_id is None and (same_place or copy.guest_key == hand.key is not None)
