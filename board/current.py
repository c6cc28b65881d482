"""Current viewer: a member by session, a guest by cookie, or anonymous. One query."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import cast

from flask import Flask, Response, abort, g, request
from werkzeug.local import LocalProxy

from board.application import current_app
from board.extensions import db, writing
from board.files.limits import LARGEST_FORM, LARGEST_REQUEST
from board.http.csrf import SAFE_METHODS
from board.http.limits import take_body
from board.models import Guest, Session, User
from board.models.user.session import LONGEST as LONGEST_SESSION

GUEST_LASTS = timedelta(days=365)


def init_app(app: Flask) -> None:
    """Register the hooks. They run before the CSRF check, whose tokens are bound to the session."""
    app.before_request(look)
    app.after_request(keep_cookies)
    app.teardown_request(_write_again)


def look() -> None:
    """Identify the viewer, and read the form in full before a transaction begins.

    SQLite allows one writing transaction at a time: a client that sends its form slowly would
    otherwise block everybody else's writing.
    """
    writing.set(False)
    _find_viewer()
    if request.method not in SAFE_METHODS:
        take_body(LARGEST_REQUEST if g.viewer.can_edit_articles else LARGEST_FORM)
        db.session.rollback()
        writing.set(True)
        _find_viewer()


viewer = cast("User | Guest", LocalProxy(lambda: g.viewer))


def the_viewer() -> User | Guest:
    """The viewer, not the proxy: for deeds whose rows point to who did them."""
    found: User | Guest = g.viewer
    return found


def member() -> User:
    """The viewer where only members may enter; 403 for a guest."""
    found = the_viewer()
    return found if isinstance(found, User) else abort(403)


def known_viewer() -> User | Guest:
    """The viewer for a write; a guest without a cookie gets one with the response."""
    if g.viewer.is_guest and g.viewer.key is None:
        g.viewer = Guest(secrets.token_urlsafe(24))
        g.new_guest = g.viewer.token
    return g.viewer


def sign_in(user: User) -> None:
    """Start a session and end the browser's old one, so that no session id survives a sign-in."""
    if g.session is not None and g.session in db.session:  # a new password has ended it already
        g.session.end()
    g.session, g.new_session = Session.start(user)
    g.viewer = user


def sign_out() -> None:
    """End the session."""
    if g.session is not None:
        g.session.end()
        g.session = None
    g.viewer = Guest()
    g.new_session = ""


def session_has_ended() -> bool:
    """Whether the browser sent the cookie of an expired session: its page was a member's."""
    return g.get("session") is None and _name("session") in request.cookies


def address_key() -> str:
    """The client address for rate limiting; IPv6 by its /64, which one home shares."""
    try:
        address = ip_address((request.remote_addr or "").partition("%")[0])
    except ValueError:
        return request.remote_addr or ""
    if address.version == 4:
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))


def origin() -> tuple[str | None, str | None]:
    """(keyed hash of the client address, its network part), as they may be stored."""
    key = address_key()
    if not key:
        return None, None
    what = f"address\x1f{key}".encode()
    digest = hmac.digest(current_app.settings.secret_key.encode(), what, hashlib.sha256)
    parts = key.split(":")[:3] if ":" in key else key.split(".")[:3]
    mask = ":".join(parts) + "::" if ":" in key else ".".join(parts) + ".*"
    return digest.hex()[:32], mask


def keep_cookies(response: Response) -> Response:
    """Set the guest and session cookies that this request decided on."""
    if (token := g.get("new_session")) is not None:
        _set_cookie(response, "session", token, lasting=LONGEST_SESSION if token else timedelta(0))
    if token := g.get("new_guest"):
        _set_cookie(response, "guest", token, lasting=GUEST_LASTS)
    return response


def _write_again(_error: BaseException | None) -> None:
    writing.set(True)


def _find_viewer() -> None:
    g.session = None if request.endpoint == "static" else _session()
    if g.session is not None:
        g.viewer = g.session.user
    else:
        token = request.cookies.get(_name("guest"))
        g.viewer = Guest(token if token and token.isascii() and len(token) < 100 else None)


def _session() -> Session | None:
    token = request.cookies.get(_name("session"))
    if not token:
        return None
    session = db.session.scalar(Session.of(token))
    if session is None or not session.is_alive:
        return None
    if session.wants_touch:
        current_app.tally.note(session.id)
    return session


def _set_cookie(response: Response, name: str, value: str, lasting: timedelta) -> None:
    response.set_cookie(
        _name(name),
        value,
        max_age=lasting,
        path="/",
        httponly=True,
        samesite="Lax",
        secure=current_app.settings.is_secure,
    )


def _name(name: str) -> str:
    return ("__Host-naru_" if current_app.settings.is_secure else "naru_") + name
