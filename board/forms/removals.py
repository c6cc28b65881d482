"""Comment removal form: a guest's password, or a moderator's reason."""

from wtforms import HiddenField, PasswordField, RadioField, StringField
from wtforms.validators import Optional

from board.forms.base import Form, at_most, one_line
from board.models import REASONS


class RemovalForm(Form):
    reason = RadioField(
        "지우는 까닭",
        choices=REASONS,
        validators=[Optional()],
        validate_choice=False,
    )
    note = StringField(
        "덧붙일 말",
        description="운영 기록에만 남습니다.",
        filters=[one_line],
        validators=[at_most(200)],
    )
    seen = HiddenField()  # which words a moderator has read
    password = PasswordField("비밀번호", description="댓글을 쓸 때 정한 비밀번호입니다.")
