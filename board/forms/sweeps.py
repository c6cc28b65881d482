"""Spam sweep form: what else is removed, what is blocked, and for how long."""

from datetime import timedelta

from wtforms import BooleanField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired

from board.forms.base import Form
from board.forms.rulings import Seen
from board.models import BLOCKED_KINDS, REASONS
from board.models.moderation.block import FINGERPRINT, GUEST, HOST
from board.models.moderation.sweep import COPIES, MOST, NEAR
from board.text.korean import span

TERMS = {days: span(timedelta(days=days)) for days in (7, 30, 90)}


class SweepForm(Form):
    """`seen` are the comments the page showed; `sure` was asked of honest ones among them."""

    seen = Seen(most=MOST)
    sure = BooleanField()
    reason = RadioField("삭제 사유", choices=REASONS, default="ad")
    also = SelectMultipleField(
        "함께 지울 것", choices=[NEAR, COPIES], default=[NEAR, COPIES], validate_choice=False
    )
    kinds = SelectMultipleField(
        "막을 것",
        choices=[kind for kind in BLOCKED_KINDS if kind != HOST],
        default=[FINGERPRINT, GUEST],
    )
    hosts = SelectMultipleField("막을 곳", validate_choice=False)
    days = RadioField(
        "언제까지 막을까요",
        choices=TERMS,
        coerce=int,
        default=30,
        validators=[InputRequired("기간을 골라 주세요.")],
    )
