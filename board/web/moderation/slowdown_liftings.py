"""Ending slow mode or reopening a thread."""

from flask import Blueprint, g, redirect

from board.extensions import db
from board.http.flash import notice
from board.models import Slowdown
from board.pages.templating import url_of

bp = Blueprint("slowdown_liftings", __name__)


@bp.post("/slowdowns/<int:slowdown_id>/lifting")
def create(slowdown_id):
    slowdown = db.get_or_404(Slowdown, slowdown_id)
    slowdown.lift(g.viewer)
    db.session.commit()
    notice("댓글을 다시 평소대로 받습니다.")
    return redirect(url_of(slowdown.article) + "#comments", 303)
