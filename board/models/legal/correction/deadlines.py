"""Deadlines of a correction request: whether it came in time, and when the paper must act."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from board import clock
from board.text.legal_deadlines import (
    DAYS_TO_ANSWER,
    DAYS_TO_ARBITRATION,
    DAYS_TO_PUBLISH,
    AskingTerm,
    asking_ends,
    asking_terms,
    days_after,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.legal.correction.decision import Decision


class Due:
    """Mixin; needs kind, published_on, known_on, received_at, answer_by, publish_by, state."""

    if TYPE_CHECKING:  # of the request
        kind: Mapped[str]
        published_on: Mapped[date]
        known_on: Mapped[date]
        received_at: Mapped[datetime]
        answer_by: Mapped[date]
        publish_by: Mapped[date]
        decision: Mapped[Decision | None]

        @property
        def state(self) -> str: ...

    @property
    def received_on(self) -> date:
        return clock.local(self.received_at).date()

    @property
    def asking_terms(self) -> tuple[AskingTerm, ...]:
        return asking_terms(self.kind, self.published_on, self.known_on)

    @property
    def asking_ends(self) -> date:
        return asking_ends(self.kind, self.published_on, self.known_on)

    @property
    def is_late(self) -> bool:
        """Whether it came after the period in which the Act obliges the paper to consider it."""
        return self.received_on > self.asking_ends

    @property
    def due_on(self) -> date | None:
        """The deadline of the paper's next step; None when nothing is left to do."""
        return {"open": self.answer_by, "accepted": self.publish_by}.get(self.state)

    @property
    def is_overdue(self) -> bool:
        return self.due_on is not None and self.due_on < clock.today()

    @property
    def due_words(self) -> str:
        """`오늘까지`, `3일 남음`, `2일 지남`; empty when nothing is left to do."""
        if self.due_on is None:
            return ""
        days = (self.due_on - clock.today()).days
        if days == 0:
            return "오늘까지"
        return f"{days}일 남음" if days > 0 else f"{-days}일 지남"

    @property
    def arbitrate_by(self) -> date | None:
        """Until when the requester may go to the Press Arbitration Commission: counted from a
        refusal, or from the missed deadline for an answer. None once the paper has agreed."""
        if self.state == "declined" and self.decision is not None:
            return days_after(clock.local(self.decision.created_at).date(), DAYS_TO_ARBITRATION)
        return days_after(self.answer_by, DAYS_TO_ARBITRATION) if self.state == "open" else None

    def reckon(self) -> None:
        """Compute the deadlines for the answer and, if accepted, for publication."""
        self.answer_by = days_after(self.received_on, DAYS_TO_ANSWER)
        self.publish_by = days_after(self.received_on, DAYS_TO_PUBLISH)
