"""Health checks: liveness, and readiness with the database and the disk."""

from flask import Blueprint, Response
from sqlalchemy import text

from board.access.doors import anyone, open_to
from board.application import current_app
from board.extensions import db
from board.files.disk import takes_writing

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@open_to(anyone)
def show():
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@open_to(anyone)
def ready():
    """503 while the database does not answer or the disk takes nothing. Writes a small file."""
    db.session.execute(text("select 1 from boards limit 1"))
    settings = current_app.settings
    if all(takes_writing(folder) for folder in (settings.instance, settings.attachments)):
        return Response("ok\n", mimetype="text/plain")
    return Response("the disk cannot be written\n", 503, mimetype="text/plain")
