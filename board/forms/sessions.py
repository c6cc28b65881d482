"""Sign-in form."""

from wtforms import HiddenField, PasswordField, StringField

from board.forms.base import Form, filled, hints, one_line
from board.models.user.authenticated import LONGEST_PASSWORD
from board.text.names import LONGEST_USERNAME


class SessionForm(Form):
    username = StringField(
        "아이디",
        filters=[one_line],
        validators=[filled("아이디를 써 주세요."), hints(maxlength=LONGEST_USERNAME)],
    )
    password = PasswordField(
        "비밀번호", validators=[filled("비밀번호를 써 주세요."), hints(maxlength=LONGEST_PASSWORD)]
    )
    next = HiddenField()
