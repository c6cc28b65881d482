"""Moderator note form."""

from wtforms import TextAreaField

from board.forms.base import Form, at_most, filled, many_lines
from board.models import LONGEST_REMARK


class RemarkForm(Form):
    body = TextAreaField(
        "새 메모",
        description="운영자와 편집자만 봅니다.",
        filters=[many_lines],
        validators=[filled("메모를 써 주세요."), at_most(LONGEST_REMARK)],
    )
