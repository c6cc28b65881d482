"""Takedown ledger: all requests, as a page and as CSV."""

from flask import Blueprint, g, make_response, render_template

from board import clock
from board.extensions import db
from board.http.params import page_number
from board.models import Sheet, TakedownRequest
from board.models.legal.takedown.ledger import take_along
from board.text.spreadsheet import csv_bytes

bp = Blueprint("takedown_ledger", __name__, url_prefix="/takedown-requests/ledger")


@bp.get("")
def index():
    sheet = Sheet(TakedownRequest.in_ledger(), page=page_number())
    return render_template("newsroom/takedown_ledger/index.html", sheet=sheet)


@bp.post("")
def create():
    """The whole ledger as CSV."""
    table = take_along(by=g.viewer)
    db.session.commit()
    answer = make_response(csv_bytes(table))
    answer.mimetype = "text/csv"
    name = f"takedowns-{clock.today():%Y%m%d}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
