"""Reopening a takedown case after a refusal or a removal."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import TakedownRequest

bp = Blueprint(
    "takedown_reopenings", __name__, url_prefix="/takedown-requests/<int:case_id>/reopening"
)

SAID = {
    "open": "요청을 다시 열었습니다.",
    "hidden": "사건을 다시 열었습니다. 댓글은 기한까지 가린 채로 있습니다. 어떻게 마칠지 정해 주세요.",
    "lapsed": "사건을 다시 열었습니다. 가리는 기한이 지나 댓글이 다시 보입니다. 어떻게 마칠지 정해 주세요.",
}


@bp.post("")
def create(case_id):
    case = db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))
    if case.reopen(by=g.viewer):
        db.session.commit()
        notice(SAID[case.state])
    return redirect(url_for("newsroom.takedown_requests.show", case_id=case.id), 303)
