"""Correction requests in the newsroom: what is due, and one in detail."""

from flask import Blueprint, g, render_template, request

from board.application import current_app
from board.extensions import db
from board.http.params import page_number
from board.jobs.viewings import note_viewing
from board.models import CorrectionRequest, Sheet
from board.models.audit.labels import DEED_NAMES
from board.notifications.requests import letters_about

bp = Blueprint("correction_requests", __name__, url_prefix="/correction-requests")


@bp.get("")
def index():
    done = request.args.get("state") == "done"
    question = CorrectionRequest.done() if done else CorrectionRequest.to_do()
    sheet = Sheet(question, page=page_number())
    return render_template("newsroom/correction_requests/index.html", sheet=sheet, done=done)


@bp.get("/<int:request_id>")
def show(request_id):
    found = CorrectionRequest.visible_to(g.viewer).filter_by(id=request_id)
    sent = db.first_or_404(found)
    note_viewing(sent)
    return render_template(
        "newsroom/correction_requests/show.html",
        sent=sent,
        letters=letters_about(sent),
        posted={mail.kind: mail for mail in sent.mails},
        has_post=current_app.settings.smtp is not None,
        deeds=DEED_NAMES,
    )
