"""Specimen form for the component gallery, with a field of every kind."""

from wtforms import (
    BooleanField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)

from board.forms.base import Form, at_most, filled, hints
from board.models.user.authenticated import SHORTEST_PASSWORD
from board.text.names import LONGEST_NAME

BOARDS = {"solnae": "솔내시", "free": "자유게시판"}
REASONS = {"ad": "광고", "abuse": "욕설·혐오", "flood": "도배"}
LONGEST = 40


class SpecimenForm(Form):
    title = StringField("제목", validators=[filled("제목을 써 주세요.")])
    name = StringField(
        "별명",
        description="글에 보이는 이름입니다.",
        validators=[filled("별명을 써 주세요."), hints(maxlength=LONGEST_NAME)],
    )
    password = PasswordField(
        "비밀번호",
        description=f"{SHORTEST_PASSWORD}자 이상 정해 주세요.",
        validators=[filled("비밀번호를 써 주세요.")],
    )
    body = TextAreaField(
        "댓글", description=f"{LONGEST}자까지 쓸 수 있습니다.", validators=[at_most(LONGEST)]
    )
    board = SelectField("게시판", choices=BOARDS)
    reason = RadioField(
        "삭제 사유", choices=REASONS, validators=[filled("삭제 사유를 골라 주세요.")]
    )
    terms = BooleanField("이용약관에 동의합니다.")
    news = BooleanField("소식을 이메일로 받습니다.", description="언제든 그만둘 수 있습니다.")

    def validate_terms(self, field) -> None:
        if not field.data:
            field.errors = ["동의해야 가입할 수 있습니다."]
