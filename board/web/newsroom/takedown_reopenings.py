"""Thinking a refusal over."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.models import TakedownRequest
from board.notices import notice

bp = Blueprint(
    "takedown_reopenings", __name__, url_prefix="/takedown-requests/<int:case_id>/reopening"
)


@bp.post("")
def create(case_id):
    case = db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))
    case.reopen(by=g.viewer)
    db.session.commit()
    if case.state == "open":
        notice("요청을 다시 열었습니다.")
    return redirect(url_for("newsroom.takedown_requests.show", case_id=case.id), 303)
