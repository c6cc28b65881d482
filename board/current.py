"""Current viewer: a member by session, a guest by cookie, or anonymous. One query."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import cast

from flask import Flask, Response, abort, g, request
from werkzeug.local import LocalProxy

from board.application import current_app
from board.extensions import BusyError, db, of_one_moment, write_deadline, writing
from board.files.limits import LARGEST_FORM
from board.http.addresses import network_of
from board.http.cookies import cookie, set_cookie
from board.http.csrf import SAFE_METHODS
from board.http.device_cookies import LASTS as DEVICE_LASTS
from board.http.device_cookies import NAME as DEVICE
from board.http.device_cookies import new_device
from board.http.gateway import BUSY, DEADLINE
from board.models import Guest, Session, User, audit
from board.models.user.session import LONGEST as LONGEST_SESSION

GUEST_LASTS = timedelta(days=365)
FOR_NOBODY_IN_PARTICULAR = ("sessions", "preferences")


class SessionEndedError(Exception):
    """A form of a page that showed a session which is over; the browser is to sign in again."""


def init_app(app: Flask) -> None:
    app.before_request(look)
    app.after_request(keep_cookies)
    app.teardown_request(forget_writing)


def look() -> None:
    """Find the viewer; reading takes no lock.

    413 for a body larger than anything this viewer may send, `SessionEndedError` for a form of
    somebody whose session is over.
    """
    writing.set(False)
    of_one_moment.set(request.method in SAFE_METHODS)
    find_viewer()
    if request.method in SAFE_METHODS:
        return
    if not g.viewer.can_edit_articles and (request.content_length or 0) > LARGEST_FORM:
        abort(413)
    if session_has_ended() and request.blueprint not in FOR_NOBODY_IN_PARTICULAR:
        raise SessionEndedError


def begin_writing() -> None:
    """From here on the transaction may write; runs after all that refuses a request unheard.

    SQLite has one such transaction at a time, and takes its lock with the next question.
    """
    if request.method in SAFE_METHODS:
        return
    if request.environ.get(BUSY):
        raise BusyError
    db.session.rollback()
    writing.set(True)
    write_deadline.set(request.environ.get(DEADLINE))
    audit.client.set(origin()[0])
    find_viewer()


def forget_writing(_error: BaseException | None) -> None:
    """Commands and threads that come after this request write as they always did."""
    writing.set(True)
    of_one_moment.set(False)
    write_deadline.set(None)
    audit.client.set(None)


def find_viewer() -> None:
    """Note in `g` who is asking: one query for a browser with a session, none for others."""
    g.session = None if request.endpoint == "static" else _session()
    if g.session is not None:
        g.viewer = g.session.user
    else:
        token = cookie("guest")
        g.viewer = Guest(token if token and token.isascii() and len(token) < 100 else None)


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
    """Start a session and end the browser's old one, so that no session id survives a sign-in. From
    now on the browser is known to this member."""
    if g.session is not None and g.session in db.session:  # a new password has ended it already
        g.session.end()
    g.session, g.new_session = Session.start(user)
    g.viewer = user
    g.new_device = new_device(user.id, user.device_epoch)


def sign_out() -> None:
    """End the session."""
    if g.session is not None:
        g.session.end()
        g.session = None
    g.viewer = Guest()
    g.new_session = ""


def session_has_ended() -> bool:
    """The browser still shows a session, but it is over: hers was the page, not a guest's."""
    return g.get("session") is None and bool(cookie("session"))


def address_key() -> str:
    """The visitor's address for counting tries."""
    return network_of(request.remote_addr or "")


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
    """Set the cookies that this request decided on: guest, session, device."""
    if (token := g.get("new_session")) is not None:
        set_cookie(response, "session", token, LONGEST_SESSION if token else timedelta(0))
    if token := g.get("new_guest"):
        set_cookie(response, "guest", token, GUEST_LASTS)
    if token := g.get("new_device"):
        set_cookie(response, DEVICE, token, DEVICE_LASTS)
    return response


def _session() -> Session | None:
    token = cookie("session")
    if not token:
        return None
    session = Session.find(token)
    if session is None or not session.is_alive:
        return None
    if session.wants_touch:
        current_app.tally.note(session.id)
    return session
