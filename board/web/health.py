"""Health checks: liveness, and readiness with the database."""

import os

from flask import Blueprint, Response
from sqlalchemy import text

from board.access.doors import anyone, open_to
from board.application import current_app
from board.extensions import db

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@open_to(anyone)
def show():
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@open_to(anyone)
def ready():
    db.session.execute(text("select 1 from boards limit 1"))
    writable = os.access(current_app.settings.attachments, os.W_OK)
    return Response(
        "ok\n" if writable else "attachments cannot be written\n", 200 if writable else 503
    )
