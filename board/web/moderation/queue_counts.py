"""Moderation queue counts, polled every minute by open pages."""

from flask import Blueprint

from board.http.htmx import answer

bp = Blueprint("queue_counts", __name__)


@bp.get("/count")
def show():
    return answer("moderation/queue_counts/show.hx.html", otherwise="/moderation")
