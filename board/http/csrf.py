"""CSRF protection: every write carries a token and must come from our own pages.

A member's token is bound to the session. Readers without one are all served the same bytes, so
theirs is stateless: a signature over the current quarter of a day. What protects it against other
sites is the second check, on the request's origin as the browser reports it.
"""

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, abort, g, request

from board import clock
from board.application import current_app
from board.http.cookies import cookie

TURN = timedelta(hours=6)
TURNS_ACCEPTED = 5
SALT = 6  # bytes
FIELD, HEADER = "csrf_token", "X-CSRF-Token"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class StaleTokenError(Exception):
    """The token is missing, too old or of another session; the form is to be shown again."""


def init_app(app: Flask) -> None:
    """Register the check before every request."""
    app.before_request(refuse_forged)


def csrf_token() -> str:
    """The token for forms on the page being made. A session's looks different on every page, so
    that the size of a compressed page tells nothing about it."""
    salt = secrets.token_bytes(SALT) if _session() else bytes(SALT)
    return _signed(salt, _turn(), current_app.settings.secret_key)


def refuse_forged() -> None:
    """403 for what another site sent; `StaleTokenError` for a token that does not hold.

    Asks the database nothing.
    """
    if request.method in SAFE_METHODS:
        return
    if request.routing_exception is not None:  # nothing is there that could be changed
        raise request.routing_exception
    if not _comes_from_us():
        abort(403)
    if request.mimetype and request.mimetype not in FORMS:
        abort(415)
    given = request.headers.get(HEADER) or request.form.get(FIELD, "")
    if not _holds(given):
        raise StaleTokenError


def _comes_from_us() -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    site = urlsplit(current_app.settings.url)
    scheme, _, host = origin.partition("://")
    return host in (request.host, site.netloc) and scheme in ("https", site.scheme)


def _holds(given: str) -> bool:
    settings = current_app.settings
    try:
        salt = base64.urlsafe_b64decode(given)[:SALT]
    except ValueError:
        return False
    turns = range(_turn(), _turn() - TURNS_ACCEPTED, -1)
    return any(
        hmac.compare_digest(_signed(salt, turn, key).encode(), given.encode())
        for key in (settings.secret_key, *settings.secret_key_fallbacks)
        for turn in turns
    )


def _subject() -> str:
    """What the token is bound to: the session this browser shows, or all readers without one.

    Whether the session still lasts is not asked here, so that a forged request costs no query.
    """
    session = _session()
    return hashlib.sha256(session.encode()).hexdigest() if session else "reader"


def _session() -> str:
    """The session's token, or the one that this answer is about to give."""
    return g.get("new_session", cookie("session"))


def _turn() -> int:
    return int(clock.now().timestamp() // TURN.total_seconds())


def _signed(salt: bytes, turn: int, key: str) -> str:
    what = salt + f"csrf\x1f{_subject()}\x1f{turn}".encode()
    digest = hmac.digest(key.encode(), what, hashlib.sha256)
    return base64.urlsafe_b64encode(salt + digest[:18]).decode()
