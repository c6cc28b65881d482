"""Sign-in form."""

from wtforms import HiddenField, PasswordField, StringField

from board.forms.base import Form, filled, one_line


class SessionForm(Form):
    username = StringField("아이디", filters=[one_line], validators=[filled("아이디를 써 주세요.")])
    password = PasswordField("비밀번호", validators=[filled("비밀번호를 써 주세요.")])
    next = HiddenField()
