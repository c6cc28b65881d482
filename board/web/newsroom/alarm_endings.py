"""Ending attack mode early."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Alarm

bp = Blueprint("alarm_endings", __name__, url_prefix="/alarms/<int:alarm_id>/ending")


@bp.post("")
def create(alarm_id):
    ended = db.get_or_404(Alarm, alarm_id).end(by=g.viewer)
    db.session.commit()
    notice("도배 막기를 껐습니다." if ended else "이미 끝나 있었습니다.")
    return redirect(url_for("newsroom.alarms.index"), 303)
