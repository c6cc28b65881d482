"""Public moderation log."""

import re
from datetime import date

from flask import Blueprint, abort, render_template, request

from board.access.doors import anyone, open_to
from board.http.page_cache import shared
from board.http.params import page_number
from board.models import REASONS, PublicLog
from board.models.audit.labels import PUBLIC_DEEDS

bp = Blueprint("moderation_log", __name__)

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@bp.get("/moderation-log")
@open_to(anyone)
@shared("page", "deed", "reason", "month")
def index():
    asked = {"deed": _one_of(PUBLIC_DEEDS, "deed"), "reason": _one_of(REASONS, "reason")}
    log = PublicLog(**asked, month=_month(), page=page_number())
    return render_template(
        "moderation_log/index.html", log=log, deeds=PUBLIC_DEEDS, reasons=REASONS
    )


def _one_of(known: dict[str, str], name: str) -> str | None:
    asked = request.args.get(name)
    if asked and asked not in known:
        abort(404)
    return asked or None


def _month() -> date | None:
    asked = request.args.get("month")
    if not asked:
        return None
    found = MONTH.fullmatch(asked)
    return date(int(found[1]), int(found[2]), 1) if found else abort(404)
