"""Newcomers: the first comments of a hand wait where the board, or an attack, asks for it; and so
does what was sent by somebody the form's own guards took for a machine."""

from board.models.moderation.attack_mode import Alarm
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag


def examine(draft: Draft) -> Flag | None:
    waits = _waits(draft)
    if draft.guards:
        return Flag("guards", "사람인지 알 수 없음", tuple(draft.guards))
    if waits and draft.is_newcomers:
        return Flag("newcomers", "처음 쓰는 댓글")
    return None


def _waits(draft: Draft) -> bool:
    under_attack = draft.address is not None and Alarm.watch()
    return draft.article.board.holds_newcomers or under_attack
