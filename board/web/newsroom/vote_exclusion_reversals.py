"""Undoing a vote exclusion."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Exclusion

bp = Blueprint(
    "vote_exclusion_reversals", __name__, url_prefix="/exclusions/<int:exclusion_id>/reversal"
)


@bp.post("")
def create(exclusion_id):
    undone = db.get_or_404(Exclusion, exclusion_id).undo(by=g.viewer)
    db.session.commit()
    notice("다시 셉니다." if undone else "이미 다시 세고 있었습니다.")
    return redirect(url_for("newsroom.vote_manipulations.index"), 303)
