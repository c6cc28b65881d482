"""What people told the paper about themselves is forgotten once it has served."""

from board.models.correction.request import CorrectionRequest
from board.models.takedown.request import TakedownRequest

KINDS = (CorrectionRequest, TakedownRequest)


def erase_old_requests() -> int:
    """Erase who asked, and what, in requests that are long done; how many there were."""
    return sum(kind.erase_old() for kind in KINDS)
