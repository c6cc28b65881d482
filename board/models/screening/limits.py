"""Limits: so many comments a minute, by person, by address and by everybody together."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.throttle import LIMITS, Throttle


def examine(draft: Draft) -> Flag | None:
    """Refuse what comes too fast. What comes from inside the house has no address and no limit."""
    if draft.address is None:
        return None
    if wait := Throttle.check("comment", person=draft.hand.key, address=draft.address):
        most = LIMITS["comment"].person
        return _refusal(f"댓글은 1분에 {most}개까지 쓸 수 있습니다.", wait)
    return None


def _refusal(sentence: str, wait: int) -> Flag:
    return Flag("limits", f"{sentence} {wait}초 뒤에 다시 눌러 주세요.", wait=wait)
