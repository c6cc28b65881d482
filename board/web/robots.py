"""robots.txt."""

from flask import Blueprint, Response, render_template

from board.access.doors import anyone, open_to

bp = Blueprint("robots", __name__)


@bp.get("/robots.txt")
@open_to(anyone)
def show():
    return Response(render_template("robots/show.txt"), mimetype="text/plain")
