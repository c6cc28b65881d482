"""Appeal forms: appeal against a decision on one's comment; an admin's answer."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from board.forms.base import Form, at_most, filled, many_lines
from board.forms.comments import comment_password
from board.models import LONGEST_APPEAL
from board.models.user.authority import IN_CASE
from board.text.plain import is_blank

ANSWERS = {"grant": "댓글을 다시 보이기", "deny": "그대로 두기"}


class AppealForm(Form):
    body = TextAreaField(
        "다시 살펴 달라는 이유",
        description=f"편집자가 읽고 답합니다. {LONGEST_APPEAL:,}자까지 쓸 수 있습니다.",
        filters=[many_lines],
        validators=[filled("사유를 써 주세요."), at_most(LONGEST_APPEAL)],
    )
    password = comment_password()


class AppealAnswerForm(Form):
    verdict = RadioField(
        "결정",
        choices=ANSWERS,
        validators=[InputRequired("둘 가운데 하나를 골라 주세요.")],
    )
    answer = TextAreaField(
        "글쓴이에게 알릴 말",
        description="글쓴이만 봅니다.",
        filters=[many_lines],
        validators=[at_most(LONGEST_APPEAL)],
    )

    def about(self, appeal) -> "AppealAnswerForm":
        """Bind to an appeal: a comment removed by a takedown case can only be restored in the
        case."""
        removal = appeal.comment.removal
        if removal is not None and removal.is_in_case:
            self.verdict.choices = [("deny", ANSWERS["deny"])]
            self.verdict.description = IN_CASE
        return self

    def validate_answer(self, field) -> None:
        if self.verdict.data == "deny" and is_blank(field.data or ""):
            raise ValidationError("그대로 두는 사유를 글쓴이에게 알려 주세요.")
