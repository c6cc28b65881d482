"""Shared fields of all requests to the paper, and the form to find one again."""

import re
from typing import Any, ClassVar, Self

from wtforms import BooleanField, HiddenField, StringField
from wtforms.validators import ValidationError

from board.forms.base import Form, TrappedForm, at_most, filled, one_line, one_use
from board.http.params import LARGEST_ID
from board.models.legal.receipted import LONGEST_ASKER, LONGEST_CONTACT

LONGEST_RECEIPT, LONGEST_ADDRESS = 40, 500  # characters, as typed
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"\+?[\d ().-]{8,25}")


class RequestForm(TrappedForm):
    """A request about an article or a comment that readers have seen.

    `found` is that article or comment, after validation or `about`.
    """

    subject: ClassVar[str]  # the field with its address
    kept: ClassVar[tuple[str, ...]]  # the fields that the request keeps
    once = HiddenField(filters=[one_use])
    found: Any = None

    def about(self, thing: Any) -> Self:
        """Set what the request is about, so that nobody has to look up its address; None sets
        nothing."""
        if thing is not None:
            self.found, self[self.subject].data = thing, str(thing.id)
        return self

    @property
    def typed(self) -> dict[str, Any]:
        return {name: self[name].data or "" for name in self.kept}


class ReceiptForm(Form):
    """What opens a request's page: its number and the contact it was sent with."""

    receipt = StringField(
        "접수번호",
        description="예: 2026-0007-K3PXTA",
        filters=[one_line],
        validators=[filled("접수번호를 써 주세요."), at_most(LONGEST_RECEIPT)],
    )
    contact = StringField(
        "연락처",
        description="청구할 때 쓴 이메일이나 전화번호입니다.",
        filters=[one_line],
        validators=[filled("청구할 때 쓴 연락처를 써 주세요."), at_most(LONGEST_CONTACT)],
    )


def asker_name() -> StringField:
    """Field: the requester's name."""
    return StringField(
        "이름",
        filters=[one_line],
        validators=[filled("이름을 써 주세요."), at_most(LONGEST_ASKER)],
    )


def asker_contact() -> StringField:
    """Field: the requester's e-mail address or phone number."""
    return StringField(
        "연락처",
        description="답을 받을 이메일이나 전화번호 하나를 써 주세요.",
        filters=[one_line],
        validators=[
            filled("답을 받을 이메일이나 전화번호를 써 주세요."),
            at_most(LONGEST_CONTACT),
            reachable,
        ],
    )


def id_in(address: str | None, before: str) -> int | None:
    """The id at the end of an address, after the pattern `before`, or a bare number; else None."""
    found = re.fullmatch(rf"(?:.*(?:{before}))?(\d{{1,10}})(?:[/?#].*)?", (address or "").strip())
    return int(found[1]) if found and 0 < int(found[1]) <= LARGEST_ID else None


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
