"""Display preferences: text size and theme of this browser, in one cookie."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, abort, redirect, request

from board.access.doors import anyone, open_to, safe_next
from board.application import current_app
from board.pages.look import BY_COOKIE, COOKIE, KEPT, USUAL, chosen_look

bp = Blueprint("preferences", __name__)


@bp.post("/preferences")
@open_to(anyone)
def update():
    """Change the text size or the theme, and go back to the page. The default needs no cookie, so
    that whoever returns to it gets the cacheable pages again."""
    look = replace(chosen_look(), **{name: request.form[name] for name in _asked()})
    if look.cookie not in BY_COOKIE:
        abort(400)
    response = redirect(safe_next(request.form.get("next")), 303)
    if look == USUAL:
        response.delete_cookie(COOKIE)
    else:
        secure = current_app.settings.is_secure
        response.set_cookie(COOKIE, look.cookie, max_age=KEPT, samesite="Lax", secure=secure)
    return response


def _asked() -> list[str]:
    return [name for name in ("size", "theme") if name in request.form]
