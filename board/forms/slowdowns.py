"""Slow mode form: slow a thread down or close it, and until when."""

from datetime import datetime, timedelta

from wtforms import RadioField
from wtforms.validators import AnyOf

from board import clock
from board.forms.base import Form

PACES = {
    "60": "한 사람이 1분에 하나씩 씁니다",
    "300": "한 사람이 5분에 하나씩 씁니다",
    "closed": "아무도 쓰지 못하게 닫습니다",
}
HOURS = {"1": "1시간", "24": "하루", "168": "7일", "": "풀 때까지"}


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
        default="1",
        validate_choice=False,
        validators=[AnyOf(HOURS, "언제까지 할지 골라 주세요.")],
    )

    @property
    def seconds(self) -> int | None:
        return None if self.pace.data == "closed" else int(self.pace.data)

    @property
    def until(self) -> datetime | None:
        return clock.now() + timedelta(hours=int(self.hours.data)) if self.hours.data else None
