"""Comment removal form: a guest's password, or a moderator's reason."""

from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import Optional

from board.forms.base import Form, at_most, one_line
from board.forms.comments import comment_password
from board.models import REASONS
from board.models.comment.removal import LONGEST_NOTE


class RemovalForm(Form):
    reason = RadioField(
        "삭제 사유",
        choices=REASONS,
        validators=[Optional()],
        validate_choice=False,
    )
    note = StringField(
        "덧붙일 말",
        description="운영 기록에만 남습니다.",
        filters=[one_line],
        validators=[at_most(LONGEST_NOTE)],
    )
    seen = HiddenField()  # which words a moderator has read
    password = comment_password()
