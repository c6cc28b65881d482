"""User forms: accounts and roles."""

from wtforms.validators import ValidationError

from board.extensions import db
from board.forms.base import Form
from board.forms.newsroom.fields import Choice, Line, accepted
from board.models import READER, ROLE_NAMES, Masthead, User
from board.text.names import (
    LONGEST_NAME,
    LONGEST_USERNAME,
    USERNAME,
    USERNAME_RULE,
    check_name,
)


class RoleForm(Form):
    role = Choice("역할", choices=ROLE_NAMES, default=READER)

    def give_to(self, user: User, by: User) -> None:
        """Change the role if it differs; ValueError with a Korean sentence when it is not
        allowed."""
        if user.role != self.role.data:
            user.give_role(self.role.data, by=by)


class Named(Form):
    """A form with a name; `user` bears it already, if there is one."""

    name = Line(
        "이름", most=LONGEST_NAME, needed="이름을 써 주세요.", description="글과 댓글에 보입니다."
    )
    user: User | None = None

    def validate_name(self, field: Line) -> None:
        """Staff may bear the paper's names; a reader whom they give an account may not."""
        if field.errors:  # there is none
            return
        check = Masthead.check_free if self.is_for_reader() else check_name
        field.data = accepted(check, field.data)
        bearer = db.session.scalar(User.called(field.data))
        if bearer is not None and bearer is not self.user:
            raise ValidationError(
                "같거나 비슷해 보이는 이름이 이미 있습니다. 다른 이름을 써 주세요."
            )

    def is_for_reader(self) -> bool:
        return self.user is None or self.user.role == READER


class NameForm(Named):
    @classmethod
    def of(cls, user: User, **typed) -> "NameForm":
        form = cls(obj=user, **typed)
        form.user = user
        return form


class UserForm(Named, RoleForm):
    username = Line("아이디", most=LONGEST_USERNAME, description=f"{USERNAME_RULE} 씁니다.")

    def validate_username(self, field: Line) -> None:
        field.data = field.data.lower()
        if not USERNAME.fullmatch(field.data):
            raise ValidationError(f"아이디는 {USERNAME_RULE} 써 주세요.")
        if db.session.scalar(User.named(field.data)) is not None:
            raise ValidationError("이미 있는 아이디입니다. 다른 아이디를 써 주세요.")

    def is_for_reader(self) -> bool:
        return self.role.data == READER
