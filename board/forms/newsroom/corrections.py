"""Correction forms: publish, retract, decline."""

from wtforms import HiddenField, RadioField
from wtforms.validators import ValidationError

from board.forms.base import Form, one_use
from board.forms.newsroom.fields import Line, Text, check_length
from board.models import CORRECTION_KINDS, GROUNDS, LONGEST_CORRECTION
from board.models.legal.correction.correction import LONGEST_RETRACTION
from board.models.legal.receipted import LONGEST_ANSWER


class CorrectionForm(Form):
    kind = RadioField(
        "무엇을 게재합니까",
        choices=CORRECTION_KINDS,
        default="correction",
        validate_choice=False,
    )
    text = Text(
        "바로잡은 내용",
        most=LONGEST_CORRECTION,
        needed="무엇을 바로잡는지 써 주세요.",
        description="무엇이 틀렸고 무엇이 맞는지 씁니다. 글 위에 그대로 보입니다.",
    )
    once = HiddenField(filters=[one_use])

    def validate_kind(self, field) -> None:
        if field.data not in CORRECTION_KINDS:
            raise ValidationError("정정보도, 반론보도, 추후보도 가운데 하나를 골라 주세요.")


class RetractionForm(Form):
    reason = Line(
        "철회 사유",
        most=LONGEST_RETRACTION,
        needed="정정을 철회하는 사유를 써 주세요.",
        description="편집실 직원만 봅니다.",
    )


class RefusalForm(Form):
    ground = RadioField(
        "거절하는 근거",
        choices=GROUNDS,
        description="언론중재법 제15조 제4항에 있는 근거입니다. 뒤의 둘은 법에 없는 것입니다.",
        validate_choice=False,
    )
    reason = Text(
        "사유",
        most=LONGEST_ANSWER,
        description="청구한 분께 보내는 글에 그대로 들어갑니다.",
    )

    def validate_ground(self, field) -> None:
        if field.data not in GROUNDS:
            raise ValidationError("거절하는 근거를 하나 골라 주세요.")

    def validate_reason(self, field) -> None:
        check_length(field.data or "", LONGEST_ANSWER, "청구한 분께 알릴 사유를 써 주세요.")
