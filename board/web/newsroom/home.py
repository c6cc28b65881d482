"""Newsroom dashboard: incoming and unfinished articles, problems, today's numbers."""

from flask import Blueprint

from board.application import current_app
from board.config import VERSION
from board.http.htmx import answer
from board.models import FirstSteps, Overview

bp = Blueprint("home", __name__)


@bp.get("")
def index():
    """The page; as a fragment only its panels, polled every minute."""
    return answer(
        "newsroom/home/index.hx.html",
        otherwise="newsroom/home/index.html",
        overview=Overview(),
        steps=FirstSteps.read(),
        has_inbox=bool(current_app.settings.inbox),
        version=VERSION,
    )
