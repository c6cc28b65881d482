"""Moderation queue: held, reported and new comments."""

from flask import Blueprint, g, render_template, request

from board.extensions import db
from board.http.params import page_number
from board.models import Queue, Ruling

bp = Blueprint("queue", __name__)


@bp.get("")
def index():
    return render_template(
        "moderation/queue/index.html",
        queue=Queue(g.viewer, request.args.get("show"), page_number()),
        last=db.session.scalar(Ruling.last_of(g.viewer)),
    )
