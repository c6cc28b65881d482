"""The newsroom at a glance: what came in, what is unfinished, what is wrong, today's numbers."""

from flask import Blueprint

from board.application import current_app
from board.config import VERSION
from board.http.htmx import answer
from board.models import Overview

bp = Blueprint("home", __name__)


@bp.get("")
def index():
    """The page; asked for as a fragment, the blocks alone, for the look it takes every minute."""
    return answer(
        "newsroom/home/index.hx.html",
        otherwise="newsroom/home/index.html",
        overview=Overview(),
        has_inbox=bool(current_app.settings.inbox),
        version=VERSION,
    )
