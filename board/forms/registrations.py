"""Registration and password forms."""

import re

from wtforms import BooleanField, EmailField, PasswordField, StringField
from wtforms.validators import ValidationError

from board.extensions import db
from board.forms.base import Form, TrappedForm, at_most, filled, hints, one_line
from board.models import Masthead, User, password_problem
from board.models.user.authenticated import (
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    shortest_password,
)
from board.models.user.user import LONGEST_EMAIL
from board.text.names import (
    LONGEST_NAME,
    LONGEST_USERNAME,
    SHORTEST_USERNAME,
    USERNAME,
    USERNAME_RULE,
    is_reserved,
)

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class RegistrationForm(TrappedForm):
    username = StringField(
        "아이디",
        description=f"{USERNAME_RULE} 씁니다.",
        filters=[one_line, lambda text: text and text.lower()],
        validators=[
            filled("아이디를 써 주세요."),
            hints(minlength=SHORTEST_USERNAME, maxlength=LONGEST_USERNAME),
        ],
    )
    name = StringField(
        "이름(별명)",
        description="글과 댓글에 보이는 이름입니다.",
        filters=[one_line],
        validators=[filled("글에 보일 이름을 써 주세요."), hints(maxlength=LONGEST_NAME)],
    )
    password = PasswordField(
        "비밀번호",
        description=f"{SHORTEST_PASSWORD}자 이상이면 됩니다. 단어를 두세 개 이으면 외우기 쉽습니다.",
        validators=[
            filled("비밀번호를 써 주세요."),
            hints(minlength=SHORTEST_PASSWORD, maxlength=LONGEST_PASSWORD),
        ],
    )
    email = EmailField(
        "이메일 (안 써도 됩니다)",
        description="비밀번호를 잊었을 때 본인인지 확인하는 데 씁니다.",
        filters=[one_line],
        validators=[at_most(LONGEST_EMAIL), hints(inputmode="email")],
    )
    fourteen = BooleanField("만 14세 이상입니다.")
    terms = BooleanField("이용약관과 개인정보 수집·이용에 동의합니다.")

    def validate_username(self, field) -> None:
        if not USERNAME.fullmatch(field.data):
            raise ValidationError(f"{USERNAME_RULE} 써 주세요.")
        if is_reserved(field.data) or db.session.scalar(User.named(field.data)) is not None:
            raise ValidationError("이미 쓰고 있는 아이디입니다. 다른 아이디를 써 주세요.")

    def validate_name(self, field) -> None:
        try:
            field.data = Masthead.check_free(field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if db.session.scalar(User.called(field.data)) is not None:
            raise ValidationError("이미 쓰고 있는 이름입니다. 다른 이름을 써 주세요.")

    def validate_password(self, field) -> None:
        own_words = (self.username.data or "", self.name.data or "")
        if problem := password_problem(field.data, own_words=own_words):
            raise ValidationError(problem)

    def validate_email(self, field) -> None:
        if field.data and not EMAIL.fullmatch(field.data):
            raise ValidationError("이메일 주소를 다시 살펴봐 주세요. 예: name@mail.example")

    def validate_fourteen(self, field) -> None:
        if not field.data:
            raise ValidationError(
                "만 14세가 안 되면 가입할 수 없습니다. 댓글은 가입하지 않고 쓸 수 있습니다."
            )

    def validate_terms(self, field) -> None:
        if not field.data:
            raise ValidationError("동의해야 가입할 수 있습니다.")


class PasswordForm(Form):
    """Password change; `user` is the one who asks."""

    current = PasswordField(
        "지금 비밀번호",
        validators=[filled("지금 비밀번호를 써 주세요."), hints(maxlength=LONGEST_PASSWORD)],
    )
    password = PasswordField(
        "새 비밀번호",
        description="단어를 두세 개 이으면 외우기 쉽습니다.",
        validators=[filled("새 비밀번호를 써 주세요."), hints(maxlength=LONGEST_PASSWORD)],
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        least = shortest_password(user.is_staff)
        self.password.description = f"{least}자 이상이면 됩니다. {self.password.description}"

    def validate_password(self, field) -> None:
        own_words = (self.user.username, self.user.name)
        if problem := password_problem(field.data, staff=self.user.is_staff, own_words=own_words):
            raise ValidationError(problem)
        if field.data == self.current.data:
            raise ValidationError("지금 것과 다른 비밀번호를 써 주세요.")
