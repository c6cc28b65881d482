"""WSGI gateway (PEP 3333): asks the application, in a thread, what an RSGI request asked."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

PIECE = 64 * 1024  # bytes of an answer that are waited for; a longer one is sent piece by piece

# What the front and the application tell each other in the environ.
BUSY = "board.busy"  # this request's turn to write did not come, say so
DEADLINE = "board.deadline"  # time.monotonic() when waiting to write ends
STATE = "board.state"  # the data version when the request came, if it is known
FOR_EVERYBODY = "board.for_everybody"  # the answer was made for no one in particular
READ = "board.read"  # its view counts, for the article with this id or (0) for none

Wsgi = Callable[[dict[str, Any], Callable], Iterable[bytes]]
Pairs = list[tuple[str, str]]


@dataclass(slots=True)
class Answer:
    """What WSGI answered: whole in `body`, or with `rest` still to come from a thread."""

    status: int
    headers: Pairs
    body: bytes
    rest: Rest | None = None


class Rest:
    """What is left of an answer that was begun; closing it closes the application's iterable."""

    def __init__(self, pieces: Iterator[bytes], whole: Iterable[bytes]) -> None:
        self.pieces, self.close = pieces, getattr(whole, "close", lambda: None)


def peer_of(scope: Any) -> str:
    """The address at the other end of the connection."""
    return str(scope.client.rpartition(":")[0].strip("[]"))


def headers_of(scope: Any) -> dict[str, str]:
    """Header fields by their name in small letters; those sent in several lines are joined."""
    pairs = scope.headers.items()
    headers: dict[str, str] = dict(pairs)
    if len(headers) < len(pairs):
        headers.clear()
        for name, value in pairs:
            if name in headers:
                value = headers[name] + ("; " if name == "cookie" else ",") + value
            headers[name] = value
    return headers


def environ_of(scope: Any, headers: dict[str, str]) -> dict[str, Any]:
    """The WSGI environ of an RSGI scope; `wsgi.input` is empty."""
    server, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string.encode().decode("latin-1"),
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": peer_of(scope),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        key = name.replace("-", "_").upper()
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    if scope.authority and "HTTP_HOST" not in environ:
        environ["HTTP_HOST"] = scope.authority  # HTTP/2 has no Host header
    return environ


def answered(app: Wsgi, environ: dict[str, Any]) -> Answer:
    """Ask the WSGI application. A short answer is read whole, a long one piece by piece."""
    said: list[Any] = []

    def start_response(status: str, headers: Pairs, exc_info=None) -> Callable:
        said[:] = [status, headers]
        return lambda piece: None

    whole = app(environ, start_response)
    pieces = iter(whole)
    rest: Rest | None = None
    body = b""
    for piece in pieces:
        body += piece
        if len(body) >= PIECE and FOR_EVERYBODY not in environ:
            rest = Rest(pieces, whole)
            break
    else:
        Rest(pieces, whole).close()
    status, headers = said
    lowered = [(name.lower(), value) for name, value in headers]
    return Answer(int(status[:3]), lowered, body, rest)
