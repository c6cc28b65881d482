"""Audit log page."""

from datetime import date

from flask import Blueprint, abort, render_template, request

from board.extensions import db
from board.http.params import page_number, possible_id
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
    asked = {
        "action": request.args.get("action") or None,
        "actor_id": _read("actor", possible_id),
        "day": _read("day", _day),
        "origin": request.args.get("origin") or None,
    }
    sheet = Sheet(AuditEntry.newest(**asked), page=page_number())
    staff = db.session.scalars(User.staff()).all()
    said = {"deeds": DEED_NAMES, "words": WORDS, "staff": staff}
    return render_template("newsroom/audit/index.html", sheet=sheet, asked=asked, **said)


def _read(name: str, read):
    """The query parameter of this name, None when absent; 404 for an impossible value."""
    try:
        return read(request.args[name]) if request.args.get(name) else None
    except ValueError:
        abort(404)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if not 2000 <= day.year < 2100:
        raise ValueError("the paper knows no such day")
    return day
