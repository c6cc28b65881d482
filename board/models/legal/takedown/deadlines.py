"""Deadlines of a takedown request: state, next step, and when it is due."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from board import clock

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.legal.takedown.refusal import Refusal
    from board.models.legal.takedown.takedown import Takedown

LONGEST_TAKEDOWN = 30  # days (art. 44-2 ④)
# The Act says "without delay"; a day is what we promise.
ANSWER_WITHIN = timedelta(days=1)
# A comment that is shown again within these days is spoken of on the newsroom's first page.
SOON = timedelta(days=3)
STATES = {
    "open": "답할 것",
    "hidden": "가린 것",
    "lapsed": "기한이 다 된 것",
    "declined": "거절함",
    "restored": "되살림",
    "removed": "지움",
}


class Timed:
    """Mixin; needs received_at, answer_by, refusal, takedown."""

    if TYPE_CHECKING:  # of the request
        received_at: Mapped[datetime]
        answer_by: Mapped[datetime]
        refusal: Mapped[Refusal | None]
        takedown: Mapped[Takedown | None]

    @property
    def state(self) -> str:
        if self.takedown is None:
            return "declined" if self.refusal else "open"
        return self.takedown.outcome or ("hidden" if self.takedown.stands else "lapsed")

    @property
    def state_name(self) -> str:
        return STATES[self.state]

    @property
    def is_waiting(self) -> bool:
        """Whether somebody must decide now or soon: not while only time has to pass."""
        if self.takedown is None or self.state != "hidden":
            return self.state in ("open", "lapsed")
        return self.takedown.waits_for_answer or self.takedown.until < clock.now() + SOON

    @property
    def due_at(self) -> datetime | None:
        """When the next step is due, or happens by itself; None when nothing is left to do."""
        if self.takedown is None:
            return self.answer_by if self.state == "open" else None
        return self.takedown.until if self.state in ("hidden", "lapsed") else None

    @property
    def is_overdue(self) -> bool:
        return self.due_at is not None and self.due_at < clock.now()

    @property
    def due_words(self) -> str:
        """`오늘까지`, `3일 남음`, `2일 지남`; empty when nothing is left to do."""
        if self.due_at is None:
            return ""
        days = (clock.local(self.due_at).date() - clock.today()).days
        if days == 0:
            return "오늘 지남" if self.is_overdue else "오늘까지"
        return f"{days}일 남음" if days > 0 else f"{-days}일 지남"

    def reckon(self) -> None:
        self.answer_by = self.received_at + ANSWER_WITHIN
