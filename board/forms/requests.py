"""Shared fields of all requests to the paper, and the form to find one again."""

import re

from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from board.forms.base import Form, at_most, filled, one_line

LARGEST_ID = 2**31 - 1
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"\+?[\d ().-]{8,25}")


class ReceiptForm(Form):
    """What opens a request's page: its number and the contact it was sent with."""

    receipt = StringField(
        "접수번호",
        description="예: 2026-0007-K3PXTA",
        filters=[one_line],
        validators=[filled("접수번호를 써 주세요."), at_most(40)],
    )
    contact = StringField(
        "연락처",
        description="청구할 때 쓴 이메일이나 전화번호입니다.",
        filters=[one_line],
        validators=[filled("청구할 때 쓴 연락처를 써 주세요."), at_most(100)],
    )


def asker_name() -> StringField:
    """Field: the requester's name."""
    return StringField(
        "이름", filters=[one_line], validators=[filled("이름을 써 주세요."), at_most(50)]
    )


def asker_contact() -> StringField:
    """Field: the requester's e-mail address or phone number."""
    return StringField(
        "연락처",
        description="답을 받을 이메일이나 전화번호 하나를 써 주세요.",
        filters=[one_line],
        validators=[filled("답을 받을 이메일이나 전화번호를 써 주세요."), at_most(100), reachable],
    )


def agreed(sentence: str, what: str) -> BooleanField:
    """A checkbox that must be ticked; `what` is received only then, as in 청구를."""

    def check(_form, field) -> None:
        if not field.data:
            raise ValidationError(f"동의해야 {what} 받을 수 있습니다.")

    return BooleanField(sentence, validators=[check])


def reachable(_form, field) -> None:
    """Validator: an e-mail address or a phone number."""
    if field.data and not (EMAIL.fullmatch(field.data) or PHONE.fullmatch(field.data)):
        said = "이메일 주소나 전화번호로 써 주세요. 예: name@mail.example, 010-0000-0000"
        raise ValidationError(said)
