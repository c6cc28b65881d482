"""Attack mode form."""

from datetime import timedelta

from board.forms.base import Form
from board.forms.newsroom.fields import Choice

HOURS = (1, 3, 12, 24, 72)


class AlarmForm(Form):
    hours = Choice(
        "언제까지",
        choices={str(hours): f"{hours}시간 동안" for hours in HOURS},
        default="3",
    )

    @property
    def lasting(self) -> timedelta:
        return timedelta(hours=int(self.hours.data))
