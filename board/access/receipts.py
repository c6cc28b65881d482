"""Receipt lookup: find a request by its number and contact, protected against guessing."""

from typing import TypeVar

from board.access.throttling import count_try, pace_tries
from board.extensions import db
from board.models import Receipted

R = TypeVar("R", bound=Receipted)

UNKNOWN = "이 접수번호와 연락처로 낸 청구가 없습니다. 번호와 연락처를 다시 살펴봐 주세요."


def find_by_receipt(kind: type[R], form) -> R | None:
    """The request with this number and contact, or None, with the error on the form."""
    if not form.validate_on_submit():
        return None
    pace_tries("receipt")
    found = kind.found_by(form.receipt.data, form.contact.data)
    if found is None:
        count_try("receipt")
        db.session.commit()
        form.receipt.errors = [UNKNOWN]
    return found
