"""Ban evasion phase: a guest at the address of a suspended member waits for the desk."""

from board.models.moderation.suspension import Suspension
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag


def examine(draft: Draft) -> Flag | None:
    """No name is told: it may be a neighbour of the member, who hears this reason too."""
    if draft.writer is None and draft.address and Suspension.holds_guests_at(draft.address):
        return Flag("evasion", "글쓰기가 멈춘 회원과 같은 인터넷 주소")
    return None
