"""How many comments wait, asked for every minute by pages that stay open."""

from flask import Blueprint

from board.http.htmx import answer

bp = Blueprint("queue_counts", __name__)


@bp.get("/count")
def show():
    return answer("moderation/queue_counts/show.hx.html", otherwise="/moderation")
