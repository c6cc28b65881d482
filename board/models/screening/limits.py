"""Limits: so many comments a minute, and in a slowed thread so many seconds between two."""

from board.models.moderation.slowdown import Slowdown
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.throttle import LIMITS, Throttle


def examine(draft: Draft) -> Flag | None:
    return _too_many(draft) or _too_soon(draft)


def _too_many(draft: Draft) -> Flag | None:
    """What comes from inside the house has no address and no limit."""
    if draft.address is None:
        return None
    wait = Throttle.check("comment", person=draft.hand.key, address=draft.address)
    return _refusal(f"댓글은 1분에 {LIMITS['comment'].person}개까지 쓸 수 있습니다.", wait)


def _too_soon(draft: Draft) -> Flag | None:
    if draft.comment is not None:  # an edit says nothing more
        return None
    slowdown = draft.article.slowdown
    apart = slowdown.seconds if slowdown else 0
    wait = Slowdown.wait(draft.article, draft.hand)
    return _refusal(f"이 글에는 댓글을 {apart}초에 하나씩 쓸 수 있습니다.", wait)


def _refusal(sentence: str, wait: int) -> Flag | None:
    if not wait:
        return None
    return Flag("limits", f"{sentence} {wait}초 뒤에 다시 눌러 주세요.", wait=wait)
