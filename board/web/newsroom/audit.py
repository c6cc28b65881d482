"""Audit log page."""

from typing import Any

from flask import Blueprint, abort, render_template, request

from board.extensions import db
from board.http.params import day, page_number, possible_id
from board.models import (
    AUDIENCE_NAMES,
    OPTIONAL_NAMES,
    REASONS,
    ROLE_NAMES,
    AuditEntry,
    Sheet,
    User,
)
from board.models.audit.labels import DEED_NAMES

bp = Blueprint("audit", __name__, url_prefix="/audit")

# What stands in the details as a key, and is read as words.
OTHER_WORDS = {"machine": "자동 검사", "reports": "신고", "unknown": "없는 아이디"}
WORDS = {**ROLE_NAMES, **REASONS, **AUDIENCE_NAMES, **OPTIONAL_NAMES, **OTHER_WORDS}


@bp.get("")
def index():
    asked: dict[str, Any] = {
        "action": request.args.get("action") or None,
        "actor_id": _actor(),
        "day": day("day"),
        "origin": request.args.get("origin") or None,
    }
    sheet = Sheet(AuditEntry.newest(**asked), page=page_number())
    staff = db.session.scalars(User.staff()).all()
    said = {"deeds": DEED_NAMES, "words": WORDS, "staff": staff}
    return render_template("newsroom/audit/index.html", sheet=sheet, asked=asked, **said)


def _actor() -> int | None:
    """The id of who did it, None when not asked; 404 for an impossible one."""
    try:
        return possible_id(request.args["actor"]) if request.args.get("actor") else None
    except ValueError:
        abort(404)
