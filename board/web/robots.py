"""robots.txt."""

from flask import Blueprint, Response, render_template

from board.access.doors import anyone, open_to
from board.http.page_cache import shared

bp = Blueprint("robots", __name__)


@bp.get("/robots.txt")
@open_to(anyone)
@shared()
def show():
    return Response(render_template("robots/show.txt"), mimetype="text/plain")
