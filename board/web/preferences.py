"""How this browser wants its pages: the size of the text, light or dark. Kept in one cookie."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, abort, current_app, redirect, request

from board.access.doors import anyone, open_to, safe_next

bp = Blueprint("preferences", __name__)

COOKIE = "naru_look"
KEPT = 365 * 86400  # seconds
# As shown on the buttons; the first of each is what a browser without the cookie gets.
SIZES = {"m": "보통", "l": "크게", "xl": "아주 크게"}
THEMES = {"auto": "자동", "light": "밝게", "dark": "어둡게"}


@dataclass(frozen=True)
class Look:
    """A size of `SIZES` and a theme of `THEMES`."""

    size: str = "m"
    theme: str = "auto"
    sizes = SIZES
    themes = THEMES

    @property
    def cookie(self) -> str:
        return f"{self.size}.{self.theme}"


USUAL = Look()
BY_COOKIE = {
    look.cookie: look for look in (Look(size, theme) for size in SIZES for theme in THEMES)
}


@bp.post("/preferences")
@open_to(anyone)
def update():
    """Change the size or the theme, and go back to the page. The usual look needs no cookie, so
    whoever returns to it gets the pages that are the same for everyone."""
    look = replace(_chosen(), **{name: request.form[name] for name in _asked()})
    if look.cookie not in BY_COOKIE:
        abort(400)
    response = redirect(safe_next(request.form.get("next")), 303)
    if look == USUAL:
        response.delete_cookie(COOKIE)
    else:
        secure = current_app.settings.is_secure
        response.set_cookie(COOKIE, look.cookie, max_age=KEPT, samesite="Lax", secure=secure)
    return response


@bp.app_context_processor
def show_look() -> dict[str, Look]:
    return {"look": _chosen()}


def _chosen() -> Look:
    """The look this browser has asked for; anything but a value of ours counts as none."""
    return BY_COOKIE.get(request.cookies.get(COOKIE, ""), USUAL)


def _asked() -> list[str]:
    return [name for name in ("size", "theme") if name in request.form]
