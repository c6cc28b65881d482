"""Where a request stands, for whoever has its number and the contact it was sent with."""

from flask import Blueprint, make_response, render_template, request

from board.current import address_key
from board.doors import anyone, open_to
from board.errors import too_many
from board.extensions import db
from board.forms.correction_requests import ReceiptForm
from board.models import Attempt, CorrectionRequest

bp = Blueprint("correction_receipts", __name__)

MOST_GUESSES = 10
UNKNOWN = "이 접수번호와 연락처로 낸 청구가 없습니다. 번호와 연락처를 다시 살펴봐 주세요."


@bp.get("/correction-receipts/new")
@open_to(anyone)
def new():
    form = ReceiptForm(formdata=None, receipt=request.args.get("receipt", "")[:40])
    return render_template("correction_receipts/new.html", form=form)


@bp.post("/correction-receipts")
@open_to(anyone)
def create():
    form = ReceiptForm()
    sent = _find(form) if form.validate_on_submit() else None
    if sent is None:
        return render_template("correction_receipts/new.html", form=form), 422
    answer = make_response(render_template("correction_receipts/create.html", sent=sent))
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _find(form: ReceiptForm) -> CorrectionRequest | None:
    keys = (f"address:{address_key()}",)
    if wait := Attempt.wait("correction_receipt", keys, MOST_GUESSES):
        raise too_many(wait, "접수번호나 연락처가 여러 번 틀렸습니다.")
    sent = CorrectionRequest.found_by(form.receipt.data, form.contact.data)
    if sent is None:
        Attempt.failed("correction_receipt", keys)
        db.session.commit()
        form.receipt.errors = [UNKNOWN]
    return sent
