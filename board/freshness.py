"""Copies: readers without a cookie share the same bytes and may ask whether theirs are fresh."""

from flask import Flask, Response, request

KEEP_STATIC = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.after_request(mark)


def mark(response: Response) -> Response:
    """Say who may keep the answer; give a page for everyone an ETag and answer 304 to it."""
    if request.endpoint == "static":
        if request.args.get("v"):
            response.headers["Cache-Control"] = KEEP_STATIC
        return response
    if "Cache-Control" in response.headers:
        return response
    if request.cookies or response.headers.getlist("Set-Cookie"):
        response.headers["Cache-Control"] = "private, no-store"
        return response
    response.headers["Cache-Control"] = "no-cache"
    if (
        response.status_code == 200
        and not response.is_streamed
        and request.method in ("GET", "HEAD")
    ):
        response.add_etag()
        response.make_conditional(request)
    return response
