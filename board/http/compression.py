"""Compression: gzip for text, when the client accepts it.

Safe against BREACH: readers without a session share one CSRF token, and a session's token is masked
anew on each page (`board/http/csrf.py`), so that compressed sizes reveal no secret.
"""

import gzip
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request

from board.application import current_app
from board.http.pieces import gzipped, joined, whole

TEXT = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "text/plain",
    "application/xml",
    "application/rss+xml",
    "application/json",
    "image/svg+xml",
}
SMALLEST = 600  # bytes; below that a packet is a packet
PAGE_LEVEL, STATIC_LEVEL = 7, 9


def init_app(app: Flask) -> None:
    """Register the hook."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """Compress the response if that is allowed and worth it; put its kept pieces into it."""
    if response.mimetype not in TEXT:
        return response
    response.vary.add("Accept-Encoding")
    is_page = response.mimetype == "text/html" and not response.is_streamed
    parts = whole(response.get_data()) if is_page else []
    if not _wanted(response):
        if len(parts) > 1:
            response.set_data(joined(parts))
        return response
    # Only what was served may be read from disk: the path of a refused one leads anywhere.
    if request.endpoint == "static" and response.status_code == 200:
        path = Path(current_app.static_folder or "", (request.view_args or {})["filename"])
        packed = _packed_file(path, path.stat().st_mtime_ns)
        response.direct_passthrough = False
    elif len(parts) > 1:
        packed = gzipped(parts)
    elif response.is_streamed or len(response.get_data()) < SMALLEST:
        return response
    else:
        packed = gzip.compress(response.get_data(), PAGE_LEVEL, mtime=0)
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    return response


def _wanted(response: Response) -> bool:
    return (
        response.status_code not in (204, 206, 304)
        and request.method != "HEAD"
        and "Content-Encoding" not in response.headers
        and request.accept_encodings["gzip"] > 0
    )


@lru_cache(maxsize=64)
def _packed_file(path: Path, _changed_at: int) -> bytes:
    return gzip.compress(path.read_bytes(), STATIC_LEVEL, mtime=0)
