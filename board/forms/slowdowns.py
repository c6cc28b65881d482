"""Slow mode form: slow a thread down or close it, and until when."""

from datetime import datetime, timedelta

from wtforms import RadioField
from wtforms.validators import AnyOf

from board import clock
from board.forms.base import Form
from board.text.korean import span

CLOSED = "closed"
SECONDS_APART = (60, 300)
HOURS_SLOWED = (1, 24, 168)
PACES = {
    str(seconds): f"한 사람이 {span(timedelta(seconds=seconds))}에 하나씩 씁니다"
    for seconds in SECONDS_APART
} | {CLOSED: "아무도 쓰지 못하게 닫습니다"}
HOURS = {str(hours): span(timedelta(hours=hours)) for hours in HOURS_SLOWED} | {"": "풀 때까지"}


class SlowdownForm(Form):
    pace = RadioField(
        "어떻게",
        choices=PACES,
        validate_choice=False,
        validators=[AnyOf(PACES, "어떻게 할지 골라 주세요.")],
    )
    hours = RadioField(
        "언제까지",
        choices=HOURS,
        default=str(HOURS_SLOWED[0]),
        validate_choice=False,
        validators=[AnyOf(HOURS, "언제까지 할지 골라 주세요.")],
    )

    @property
    def seconds(self) -> int | None:
        return None if self.pace.data == CLOSED else int(self.pace.data)

    @property
    def until(self) -> datetime | None:
        return clock.now() + timedelta(hours=int(self.hours.data)) if self.hours.data else None
