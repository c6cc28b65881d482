"""Newcomers: the first comments of a hand wait where the board, or an attack, asks for it; and so
does what was sent by somebody the form's own guards took for a machine."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag


def examine(draft: Draft) -> Flag | None:
    if draft.guards:
        return Flag("guards", "사람인지 알 수 없음", tuple(draft.guards))
    if _waits(draft) and draft.is_newcomers:
        return Flag("newcomers", "처음 쓰는 댓글")
    return None


def _waits(draft: Draft) -> bool:
    return draft.article.board.holds_newcomers
