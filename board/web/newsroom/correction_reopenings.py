"""Reopening a decided correction request, as long as nothing was published for it."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import CorrectionRequest

bp = Blueprint(
    "correction_reopenings", __name__, url_prefix="/correction-requests/<int:request_id>/reopening"
)


@bp.post("")
def create(request_id):
    sent = db.first_or_404(CorrectionRequest.visible_to(g.viewer).filter_by(id=request_id))
    sent.reopen(by=g.viewer)
    db.session.commit()
    notice(
        "청구를 다시 열었습니다." if sent.state == "open" else "게재한 정정을 먼저 철회해 주세요."
    )
    return redirect(url_for("newsroom.correction_requests.show", request_id=sent.id), 303)
