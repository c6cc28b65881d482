"""Takedown decision forms: hide for how long, decline, end."""

from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Text, check_length
from board.models import LONGEST_TAKEDOWN, REASONS, TAKEDOWN_GROUNDS, TakedownRequest
from board.models.legal.receipted import LONGEST_ANSWER
from board.models.legal.takedown.takedown import REMOVED, RESTORED

KEPT = "kept"
# What the public sentence gives as the reason when a comment is removed for good.
REASON_OF = {
    "defamation": "false",
    "privacy": "privacy",
    "personal": "privacy",
    "portrait": "privacy",
}


class TakedownForm(Form):
    days = IntegerField("며칠 동안 가립니까", default=LONGEST_TAKEDOWN)


class TakedownRefusalForm(Form):
    ground = RadioField(
        "거절하는 근거",
        choices=TAKEDOWN_GROUNDS,
        description="법이 정한 근거는 없습니다. 요청한 분께 그대로 알립니다.",
        validate_choice=False,
    )
    reason = Text(
        "사유", most=LONGEST_ANSWER, description="요청한 분께 보내는 글에 그대로 들어갑니다."
    )

    def validate_ground(self, field) -> None:
        if field.data not in TAKEDOWN_GROUNDS:
            raise ValidationError("거절하는 근거를 하나 골라 주세요.")

    def validate_reason(self, field) -> None:
        check_length(field.data or "", LONGEST_ANSWER, "요청한 분께 알릴 사유를 써 주세요.")


class EndingForm(Form):
    """The outcome for a hidden comment. `outcome` offers what the case allows."""

    outcome = RadioField("어떻게 합니까", validate_choice=False)
    reason = SelectField(
        "삭제 사유",
        description="댓글을 지울 때 그 자리에 적습니다.",
        choices=REASONS,
        validate_choice=False,
    )
    words = Text(
        "양쪽에 알릴 말",
        most=LONGEST_ANSWER,
        description="요청한 분과 글쓴이에게 보내는 글에 그대로 들어갑니다. 이름과 연락처는 쓰지 마세요.",
    )

    def about(self, case: TakedownRequest) -> "EndingForm":
        shown = "다시 보이기" if case.state == "hidden" else "그대로 보이기"
        self.outcome.choices = {RESTORED: shown, REMOVED: "댓글 지우기"}
        if case.takedown and case.takedown.waits_for_answer:
            self.outcome.choices[KEPT] = "기한까지 계속 가리기"
        if self.reason.data is None:
            self.reason.data = REASON_OF.get(case.right, "other")
        return self

    def validate_outcome(self, field) -> None:
        if field.data not in field.choices:
            raise ValidationError("어떻게 할지 하나를 골라 주세요.")

    def validate_reason(self, field) -> None:
        if self.outcome.data == REMOVED and field.data not in REASONS:
            raise ValidationError("삭제 사유를 골라 주세요.")

    def validate_words(self, field) -> None:
        needed = "" if self.outcome.data == RESTORED else "양쪽에 알릴 사유를 써 주세요."
        check_length(field.data or "", LONGEST_ANSWER, needed)
