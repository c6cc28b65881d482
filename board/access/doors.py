"""Access control of routes: each declares its audience; undeclared ones are closed."""

from collections.abc import Callable

from flask import (
    Blueprint,
    Flask,
    abort,
    g,
    redirect,
    request,
    url_for,
)

from board.application import current_app
from board.http.csrf import SAFE_METHODS
from board.http.htmx import wants_fragment
from board.models import User
from board.pages.errors import sign_in_first

anyone, members, moderators, admins = "anyone", "members", "moderators", "admins"
AUDIENCES = (anyone, members, moderators, admins)


class UndeclaredDoorError(Exception):
    """A route was added without declaring its audience."""


def open_to(audience: str) -> Callable:
    """Decorator: declare the audience of a view."""

    def declare(view: Callable) -> Callable:
        view.door = audience  # type: ignore[attr-defined]  # `door_of` reads it there
        return view

    return declare


def door(blueprint: Blueprint, audience: str) -> Blueprint:
    """Declare the audience of a blueprint and of those nested in it."""
    blueprint.door = audience  # type: ignore[attr-defined]  # the same
    return blueprint


def door_of(app: Flask, endpoint: str) -> str | None:
    """The declared audience of an endpoint: the nearest declaration counts."""
    view = app.view_functions[endpoint]
    if hasattr(view, "door"):
        return view.door
    parts = endpoint.split(".")[:-1]
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    doors = (getattr(app.blueprints[name], "door", None) for name in names)
    return next((each for each in doors if each), None)


def init_app(app: Flask) -> None:
    """Register the check before every request."""
    open_to(anyone)(app.view_functions["static"])
    app.before_request(knock)


def check_all_declared(app: Flask) -> None:
    """Raise `UndeclaredDoorError` at startup for routes without an audience."""
    undeclared = sorted(name for name in app.view_functions if door_of(app, name) is None)
    if undeclared:
        raise UndeclaredDoorError(f"no door declared for: {', '.join(undeclared)}")


def knock():
    """Check the viewer against the route's audience; a first password must be changed first."""
    if request.endpoint is None:
        return None
    audience = door_of(current_app, request.endpoint)
    if not _admits(audience):
        return _sign_in_first() if g.viewer.is_guest else abort(403)
    if not g.viewer.is_guest and g.viewer.must_change_password and _may_wait():
        return redirect(url_for("passwords.edit"), 303)
    return None


def safe_next(address: str | None) -> str:
    """The redirect target if it is a path on this site, else the home page (no open redirect)."""
    address = address or "/"
    if not address.startswith("/"):
        return "/"
    if address.startswith(("//", "/\\")) or any(ord(char) < 32 or char == "\\" for char in address):
        return "/"
    return address


def desk_of(user: User) -> str:
    """Where somebody begins who wanted no page in particular: staff at their desk."""
    if user.is_admin:
        return url_for("newsroom.home.index")
    return url_for("moderation.queue.index") if user.is_moderator else "/"


def _sign_in_first():
    """A page redirects to sign-in and back; a form gets the sign-in form, its text kept."""
    if request.method in SAFE_METHODS and not wants_fragment():
        return redirect(url_for("sessions.new", next=request.full_path.rstrip("?")), 303)
    return sign_in_first()


def _admits(audience: str | None) -> bool:
    viewer = g.viewer
    return {
        anyone: True,
        members: not viewer.is_guest,
        moderators: viewer.is_moderator,
        admins: viewer.is_admin,
    }.get(audience or "", False)


def _may_wait() -> bool:
    return request.blueprint not in ("passwords", "sessions") and request.endpoint != "static"
