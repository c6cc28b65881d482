"""Form stamps: the signed time at which somebody began to write."""

from flask import Blueprint, Response

from board.access.doors import anyone, open_to
from board.bots.honeypot import new_stamp

bp = Blueprint("form_stamps", __name__)


@bp.get("/stamps/new")
@open_to(anyone)
def new():
    answer = Response(new_stamp(), mimetype="text/plain")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
