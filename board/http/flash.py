"""Flash messages: sentences for the next page after a redirect, in a signed one-time cookie."""

from collections.abc import Sequence

from flask import Flask, Response, g, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from board.application import current_app

COOKIE = "naru_notice"
SECONDS = 60
MOST_BYTES = 3000  # browsers drop a cookie above 4,096, and all its sentences with it

Ways = Sequence[tuple[str, str]]


def init_app(app: Flask) -> None:
    """Register the hook."""
    app.after_request(keep)


def notice(text: str, kind: str = "ok", at: str = "", ways: Ways = ()) -> None:
    """Flash `text` on the next page. `kind` is ok, warn or danger; `at` is the id of the element in
    which it is shown, when the page opens there, else it stands on top. `ways` are links to go on
    by: (word, address)."""
    g.setdefault("new_notices", []).append((kind, text, at, *ways))


def notices(at: str = "") -> list[tuple[str, str, Ways]]:
    """Take the flashed (kind, text, links) for this place; each is returned once."""
    cookie = request.cookies.get(COOKIE)
    if cookie is None:
        return []
    g.notices_read = True
    try:
        said = _serializer().loads(cookie, max_age=SECONDS)
    except BadSignature:
        return []
    return [(kind, text, ways) for kind, text, place, *ways in said if place == at]


def brings_notices() -> bool:
    """Whether this browser brings some, read or unread."""
    return COOKIE in request.cookies


def keep(response: Response) -> Response:
    """Set or delete the cookie."""
    if new := g.get("new_notices"):
        response.set_cookie(
            COOKIE,
            _fitting(new),
            max_age=SECONDS,
            httponly=True,
            samesite="Lax",
            secure=current_app.settings.is_secure,
        )
    elif g.get("notices_read"):
        response.delete_cookie(COOKIE)
    return response


def _fitting(new: list[tuple[str, str]]) -> str:
    """The first of the messages, as many as fit into a cookie."""
    while len(cookie := _serializer().dumps(new)) > MOST_BYTES and len(new) > 1:
        new = new[:-1]
    return cookie


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.settings.signing_keys, salt="notices")
