"""Development pages; in production they do not exist."""

from flask import Blueprint, abort

from board.access.doors import anyone, door
from board.application import current_app
from board.web.dev import components

bp = door(Blueprint("dev", __name__, url_prefix="/dev"), anyone)
bp.register_blueprint(components.bp)


@bp.before_request
def stay_hidden() -> None:
    """404 in production."""
    if current_app.settings.is_production:
        abort(404)
