"""Comment forms: writing and editing."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, IntegerField, PasswordField, StringField, TextAreaField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import HiddenInput

from board.extensions import db
from board.forms.base import LONGEST_ONCE, Form, at_most, filled, hints, many_lines, one_line
from board.models import LONGEST_COMMENT, Masthead, User
from board.models.screening.flag import Flag
from board.models.user.authenticated import LONGEST_PASSWORD, SHORTEST_GUEST_PASSWORD
from board.text.names import LONGEST_NAME

SET_WHEN_WRITTEN = "댓글을 쓸 때 정한 비밀번호입니다."


def comment_password() -> PasswordField:
    """The password that a guest's comment was written with."""
    return PasswordField(
        "비밀번호",
        description=SET_WHEN_WRITTEN,
        validators=[hints(maxlength=LONGEST_PASSWORD)],
    )


class CommentClaimForm(Form):
    """The password that proves a guest's authorship of a comment."""

    password = comment_password()


class WarningForm(Form):
    """A form with screened text: `warned` when its writer saw the `flags` and sends it anyway."""

    warned = HiddenField()
    flags: Sequence[Flag] = ()

    @property
    def is_warned(self) -> bool:
        return self.warned.data == "1"


class CommentForm(WarningForm):
    """A comment or reply (`parent_id`). `for_guest` adds nickname and password."""

    body = TextAreaField(
        "댓글",
        description=f"{LONGEST_COMMENT:,}자까지 쓸 수 있습니다.",
        filters=[many_lines],
        validators=[filled("댓글 내용을 써 주세요."), at_most(LONGEST_COMMENT)],
    )
    nickname = StringField("별명", filters=[one_line], validators=[hints(maxlength=LONGEST_NAME)])
    password = PasswordField(
        "비밀번호",
        description=f"나중에 고치거나 지울 때 씁니다. {SHORTEST_GUEST_PASSWORD}자 이상 정해 주세요.",
        validators=[hints(maxlength=LONGEST_PASSWORD)],
    )
    parent_id = IntegerField(validators=[Optional()], widget=HiddenInput())
    once = HiddenField()

    def __init__(self, *args: Any, for_guest: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.for_guest = for_guest

    def validate_nickname(self, field) -> None:
        if not self.for_guest:
            return
        try:
            field.data = Masthead.check_free(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if db.session.scalar(User.called(field.data)) is not None:
            raise ValidationError("회원이 쓰는 이름입니다. 다른 별명을 써 주세요.")

    def validate_password(self, field) -> None:
        if not self.for_guest:
            return
        if len(field.data or "") < SHORTEST_GUEST_PASSWORD:
            raise ValidationError(f"비밀번호를 {SHORTEST_GUEST_PASSWORD}자 이상 정해 주세요.")
        if len(field.data) > LONGEST_PASSWORD:
            raise ValidationError(f"비밀번호는 {LONGEST_PASSWORD}자까지 쓸 수 있습니다.")

    def validate_once(self, field) -> None:
        field.data = (field.data or "")[:LONGEST_ONCE]


def new_form() -> CommentForm:
    """A blank form for a new comment."""
    return CommentForm(formdata=None)


class CommentEditForm(WarningForm):
    """A comment's new text; guests prove authorship."""

    body = TextAreaField(
        "댓글",
        filters=[many_lines],
        validators=[filled("댓글 내용을 써 주세요."), at_most(LONGEST_COMMENT)],
    )
    password = comment_password()
    claim = HiddenField()  # that the password was given before the words were shown
