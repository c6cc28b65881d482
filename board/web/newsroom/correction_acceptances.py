"""Accepting a correction request; writing the correction comes next."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import CorrectionRequest

bp = Blueprint(
    "correction_acceptances",
    __name__,
    url_prefix="/correction-requests/<int:request_id>/acceptance",
)


@bp.post("")
def create(request_id):
    sent = db.first_or_404(CorrectionRequest.visible_to(g.viewer).filter_by(id=request_id))
    if sent.state == "open":
        sent.accept(by=g.viewer)
        db.session.commit()
        notice("청구를 받아들였습니다. 실을 글을 다듬어 주세요.")
    if not sent.can_be_published:
        return redirect(url_for("newsroom.correction_requests.show", request_id=sent.id), 303)
    place = {"article_id": sent.article_id, "request": sent.id}
    return redirect(url_for("newsroom.corrections.new", **place), 303)
