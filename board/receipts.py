"""Sending a request and finding it again by its receipt, neither of them all too often."""

from board.current import address_key
from board.errors import too_many
from board.extensions import db
from board.models import Attempt

MOST_SENT = 5  # in ten minutes, from one address
MOST_GUESSES = 10
UNKNOWN = "이 접수번호와 연락처로 낸 청구가 없습니다. 번호와 연락처를 다시 살펴봐 주세요."


def count_sending(kind: type) -> None:
    """Raises a 429 when this address has sent too many requests of this kind."""
    what = kind.deed("send")
    keys = (f"address:{address_key()}",)
    if wait := Attempt.wait(what, keys, MOST_SENT):
        raise too_many(wait, "청구를 여러 번 보냈습니다.")
    Attempt.failed(what, keys)


def find_by_receipt(kind: type, form):
    """The request that number and contact open, or None, with the error on the form."""
    if not form.validate_on_submit():
        return None
    what = kind.deed("find")
    keys = (f"address:{address_key()}",)
    if wait := Attempt.wait(what, keys, MOST_GUESSES):
        raise too_many(wait, "접수번호나 연락처가 여러 번 틀렸습니다.")
    found = kind.found_by(form.receipt.data, form.contact.data)
    if found is None:
        Attempt.failed(what, keys)
        db.session.commit()
        form.receipt.errors = [UNKNOWN]
    return found
