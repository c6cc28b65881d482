"""Status of a takedown request, found by its number and the contact it was sent with."""

from flask import Blueprint, make_response, render_template, request

from board.access.doors import anyone, open_to
from board.access.receipts import find_by_receipt
from board.forms.requests import ReceiptForm
from board.models import TakedownRequest

bp = Blueprint("takedown_receipts", __name__)


@bp.get("/takedown-receipts/new")
@open_to(anyone)
def new():
    form = ReceiptForm(formdata=None, receipt=request.args.get("receipt", "")[:40])
    return render_template("takedown_receipts/new.html", form=form)


@bp.post("/takedown-receipts")
@open_to(anyone)
def create():
    form = ReceiptForm()
    if (sent := find_by_receipt(TakedownRequest, form)) is None:
        return render_template("takedown_receipts/new.html", form=form), 422
    answer = make_response(render_template("takedown_receipts/create.html", sent=sent))
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
