"""The audit log, to read."""

from flask import Blueprint, render_template

from board.asked import page_number
from board.models import AuditEntry, Sheet
from board.models.deeds import DEED_NAMES
from board.models.removal import REASONS

bp = Blueprint("audit", __name__, url_prefix="/audit")


@bp.get("")
def index():
    sheet = Sheet(AuditEntry.newest(), page=page_number())
    said = {"deeds": DEED_NAMES, "reasons": REASONS}
    return render_template("newsroom/audit/index.html", sheet=sheet, **said)
