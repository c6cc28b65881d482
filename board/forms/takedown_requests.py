"""Takedown request and objection forms."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import Optional, ValidationError

from board.extensions import db
from board.forms.base import Form, at_most, filled, hints, many_lines, one_line
from board.forms.requests import (
    LONGEST_ADDRESS,
    RequestForm,
    agreed,
    asker_contact,
    asker_name,
    id_in,
    reachable,
)
from board.models import ASKERS, RIGHTS, Comment
from board.models.legal.receipted import LONGEST_CONTACT, LONGEST_RELATION, LONGEST_WORDS
from board.models.user.authenticated import LONGEST_PASSWORD
from board.text.plain import is_blank

GONE = "이미 지운 댓글이라 더 가릴 것이 없습니다."


class TakedownRequestForm(RequestForm):
    subject = "comment"
    kept = ("asker", "party", "right", "wrong", "explanation", "name", "contact")

    comment = StringField(
        "어느 댓글입니까",
        description="댓글의 날짜를 눌러 나온 주소를 붙여 넣어 주세요.",
        filters=[one_line],
        validators=[
            filled("어느 댓글인지 주소를 써 주세요."),
            at_most(LONGEST_ADDRESS),
            hints(inputmode="url"),
        ],
    )
    asker = RadioField(
        "누구의 권리입니까",
        choices={"self": "내 권리입니다", "agent": "대신 요청합니다"},
        default="self",
        validate_choice=False,
    )
    party = StringField(
        "권리를 침해당한 분",
        description="대신 요청할 때만 써 주세요. 예: 아버지 문○○, 솔내상인회",
        filters=[one_line],
        validators=[at_most(LONGEST_RELATION)],
    )
    right = RadioField("어떤 권리입니까", choices=RIGHTS, validate_choice=False)
    wrong = TextAreaField(
        "댓글의 어느 말이 문제입니까",
        description="문제가 되는 말을 옮겨 적어 주세요.",
        filters=[many_lines],
        validators=[filled("댓글의 어느 말이 문제인지 써 주세요."), at_most(LONGEST_WORDS)],
    )
    explanation = TextAreaField(
        "왜 권리 침해입니까 (소명)",
        description="무엇이 사실이고 어떤 피해가 있는지, 보여 줄 수 있는 근거와 함께 써 주세요.",
        filters=[many_lines],
        validators=[
            filled("왜 권리 침해인지 써 주세요. 법이 소명을 요구합니다."),
            at_most(LONGEST_WORDS),
        ],
    )
    name = asker_name()
    contact = asker_contact()
    consent = agreed("이름과 연락처를 이 요청을 처리하는 데 쓰는 것에 동의합니다.", "요청을")
    found: Comment | None = None

    def validate_comment(self, field) -> None:
        self.found = comment_at(field.data)
        if self.found is None:
            raise ValidationError("그런 댓글을 찾지 못했습니다. 이미 지운 댓글일 수 있습니다.")
        if self.found.is_removed:
            raise ValidationError(GONE)

    def validate_asker(self, field) -> None:
        if field.data not in ASKERS:
            raise ValidationError("내 권리인지 대신 요청하는지 골라 주세요.")

    def validate_party(self, field) -> None:
        if self.asker.data == "agent" and is_blank(field.data or ""):
            raise ValidationError("대신 요청하시면 권리를 침해당한 분을 써 주세요.")

    def validate_right(self, field) -> None:
        if field.data not in RIGHTS:
            raise ValidationError("어떤 권리인지 하나를 골라 주세요.")


class ObjectionForm(Form):
    words = TextAreaField(
        "왜 다시 보여야 합니까",
        description="댓글이 사실이라면 어떤 근거가 있는지 써 주세요.",
        filters=[many_lines],
        validators=[filled("왜 다시 보여야 하는지 써 주세요."), at_most(LONGEST_WORDS)],
    )
    contact = StringField(
        "연락처",
        description="답을 받을 이메일이나 전화번호입니다. 안 써도 됩니다.",
        filters=[one_line],
        validators=[Optional(), at_most(LONGEST_CONTACT), reachable],
    )
    proof = StringField(
        "댓글 비밀번호나 통지번호",
        description="댓글을 쓸 때 정한 비밀번호, 또는 받은 통지에 적힌 번호입니다.",
        validators=[at_most(LONGEST_PASSWORD)],
    )


def comment_at(address: str | None) -> Comment | None:
    """The comment with this address or number, if readers can see its article."""
    comment_id = id_in(address, before="/comments/|#comment-")
    if comment_id is None:
        return None
    return db.session.scalar(Comment.readable_by(None).where(Comment.id == comment_id))
