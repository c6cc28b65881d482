"""Ending a suspension early."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Suspension

bp = Blueprint("suspension_liftings", __name__)


@bp.post("/suspensions/<int:suspension_id>/lifting")
def create(suspension_id):
    suspension = db.get_or_404(Suspension, suspension_id)
    suspension.lift(g.viewer)
    db.session.commit()
    notice(f"{suspension.name} 님이 다시 글을 쓸 수 있습니다.")
    return redirect(url_for("moderation.suspensions.index"), 303)
