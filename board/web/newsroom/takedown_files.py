"""Case file of a takedown, to be handed on: a printable page and JSON."""

from flask import Blueprint, g, jsonify, render_template

from board import clock
from board.extensions import db
from board.jobs.viewings import note_viewing
from board.models import TakedownRequest
from board.models.audit.labels import DEED_NAMES
from board.models.legal.takedown.casefile import take_along
from board.notifications.requests import letter_names

bp = Blueprint("takedown_files", __name__, url_prefix="/takedown-requests/<int:case_id>/file")


@bp.get("")
def show(case_id):
    case = _find(case_id)
    note_viewing(case)
    return render_template(
        "newsroom/takedown_files/show.html",
        case=case,
        letters=letter_names(case),
        deeds=DEED_NAMES,
        printed_at=clock.now(),
    )


@bp.post("")
def create(case_id):
    """The case file as JSON."""
    case = _find(case_id)
    file = take_along(case, by=g.viewer)
    db.session.commit()
    answer = jsonify(file)
    name = f'attachment; filename="takedown-{case.receipt}.json"'
    answer.headers["Content-Disposition"] = name
    return answer


def _find(case_id: int) -> TakedownRequest:
    return db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))
