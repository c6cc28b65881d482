"""Takedown requests in the newsroom: open ones, deadlines of hidden comments, and one in detail."""

from flask import Blueprint, g, render_template, request

from board.application import current_app
from board.extensions import db
from board.forms.newsroom.takedowns import TakedownForm
from board.http.params import page_number
from board.jobs.viewings import note_viewing
from board.models import Sheet, TakedownRequest
from board.models.audit.labels import DEED_NAMES
from board.notifications.requests import letter_names

bp = Blueprint("takedown_requests", __name__, url_prefix="/takedown-requests")


@bp.get("")
def index():
    done = request.args.get("state") == "done"
    question = TakedownRequest.done() if done else TakedownRequest.to_do()
    sheet = Sheet(question, page=page_number())
    return render_template("newsroom/takedown_requests/index.html", sheet=sheet, done=done)


@bp.get("/<int:case_id>")
def show(case_id):
    case = db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))
    note_viewing(case)
    return render_template(
        "newsroom/takedown_requests/show.html",
        case=case,
        form=TakedownForm(formdata=None),
        letters=letter_names(case),
        has_post=current_app.settings.smtp is not None,
        deeds=DEED_NAMES,
    )
