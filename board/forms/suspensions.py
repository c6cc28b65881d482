"""Suspension form: for how long, why, and the message to the writer."""

from datetime import datetime, timedelta

from wtforms import BooleanField, RadioField
from wtforms.validators import ValidationError

from board import clock
from board.forms.base import Form
from board.forms.newsroom.fields import Day, Text
from board.models import REASONS
from board.models.comment.author import SAME_ADDRESS
from board.models.moderation.suspension import LONGEST_MESSAGE
from board.text.korean import span

PERIODS = {str(days): span(timedelta(days=days)) for days in (1, 3, 7, 30)}
UNTIL = "until"
LONGEST = timedelta(days=366)


class SuspensionForm(Form):
    period = RadioField(
        "얼마 동안",
        choices=PERIODS | {UNTIL: "날짜까지"},
        default="1",
        validate_choice=False,
    )
    day = Day("마지막 날", description="‘날짜까지’를 골랐을 때만 씁니다. 그날 밤까지 정지합니다.")
    reason = RadioField("사유", choices=REASONS, validate_choice=False)
    message = Text(
        "당사자에게 보일 말",
        most=LONGEST_MESSAGE,
        description="정지된 사람이 쓰려고 할 때 사유와 함께 봅니다. 쓰지 않아도 됩니다.",
    )

    holds_guests = BooleanField(
        "같은 인터넷 주소에서 손님으로 쓰는 댓글은 확인한 뒤에 보입니다.",
        description=f"이 회원이 {span(SAME_ADDRESS)} 안에 댓글을 쓴 주소만 봅니다. "
        "한집이나 한 사무실 사람의 댓글도 함께 기다립니다.",
        default=True,
    )

    @property
    def until(self) -> datetime:
        if self.period.data == UNTIL and self.day.data:
            return clock.day_start(self.day.data + timedelta(days=1))
        return clock.now() + timedelta(days=int(self.period.data))

    def validate_period(self, field) -> None:
        if field.data not in (*PERIODS, UNTIL):
            raise ValidationError("얼마 동안 정지할지 골라 주세요.")

    def validate_day(self, field: Day) -> None:
        if self.period.data != UNTIL:
            return
        if not field.data:
            raise ValidationError("마지막 날을 골라 주세요.")
        if not clock.today() <= field.data <= clock.today() + LONGEST:
            raise ValidationError("오늘부터 한 해 안의 날을 골라 주세요.")

    def validate_reason(self, field) -> None:
        if field.data not in REASONS:
            raise ValidationError("정지 사유를 골라 주세요.")
