"""Report form: a reason, and an optional note."""

from typing import Any

from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import HiddenInput

from board.forms.base import TrappedForm, at_most, one_line
from board.models import LONGEST_REPORT, REPORT_REASONS


class ReportForm(TrappedForm):
    """`revision` is the one the reporter saw; a comment edited since is not reported."""

    reason = RadioField("신고 사유", choices=REPORT_REASONS, validate_choice=False)
    note = StringField(
        "덧붙일 말",
        description="쓰지 않으셔도 됩니다. 운영자만 봅니다.",
        filters=[one_line],
        validators=[at_most(LONGEST_REPORT)],
    )
    revision = IntegerField(validators=[Optional()], widget=HiddenInput())

    def __init__(self, *args: Any, of: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = of

    def validate_reason(self, field) -> None:
        if field.data not in REPORT_REASONS:
            raise ValidationError("신고 사유를 골라 주세요.")

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        if not super().validate(*args, **kwargs):
            return False
        if self.revision.data not in (None, self.present):
            self.form_errors.append("그사이 고쳐진 댓글입니다. 지금 모습을 보고 다시 눌러 주세요.")
            return False
        return True
