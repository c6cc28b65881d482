"""HTTP caching: anonymous readers share the same bytes and revalidate them by ETag."""

from flask import Flask, Response, g, request

from board.application import current_app
from board.http.gateway import FOR_EVERYBODY

PROXY_SECONDS = 1  # a proxy that shares pages may keep one for everybody
KEEP_STATIC = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Register the hook."""
    app.after_request(mark)


def mark(response: Response) -> Response:
    """Set Cache-Control; give a page for everyone an ETag and answer 304 when it matches."""
    if request.endpoint == "static":
        if request.args.get("v"):
            response.headers["Cache-Control"] = KEEP_STATIC
        return response
    if "Cache-Control" in response.headers:
        return response
    if _is_personal(response):
        response.headers["Cache-Control"] = "private, no-store"
        return response
    is_page = (
        response.status_code == 200
        and not response.is_streamed
        and request.method in ("GET", "HEAD")
    )
    if is_page and current_app.settings.trusted_proxies and not request.cookies:
        # Before Cache-Control: nginx believes the first of the two.
        response.headers["X-Accel-Expires"] = str(PROXY_SECONDS)
    response.headers["Cache-Control"] = "private, no-cache" if request.cookies else "no-cache"
    if is_page:
        response.add_etag(weak=True)  # the same page, compressed or not
        response.make_conditional(request)
        request.environ[FOR_EVERYBODY] = True
    return response


def _is_personal(response: Response) -> bool:
    """Whether the response was made for somebody known by a cookie, or sets one. The chosen text
    size is nobody's secret."""
    viewer = g.get("viewer")
    return viewer is None or viewer.key is not None or "Set-Cookie" in response.headers
