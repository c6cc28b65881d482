"""Viewing of personal data: opening a case leaves a note, which the tally writes later."""

from board import clock
from board.application import current_app
from board.current import member, origin
from board.models import Receipted, Viewing


def note_viewing(case: Receipted) -> None:
    """Have it recorded that the viewer saw who asks in this case, if that is still known."""
    if case.erased_at is not None:
        return
    by = member()
    kind = type(case).__name__.lower()
    seen = Viewing(case.deed("view"), by.id, by.role, kind, case.id, origin()[0], clock.now())
    current_app.tally.note(seen)
