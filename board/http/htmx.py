"""htmx: the one place that decides between fragment and page."""

from flask import make_response, redirect, render_template, request
from werkzeug import Response


def wants_fragment() -> bool:
    """Whether htmx asks for part of a page; a history restore needs the whole page."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get(
        "HX-History-Restore-Request"
    )


def answer(fragment: str, *, otherwise: str, status: int = 200, **context) -> Response:
    """Render `fragment` for htmx. For a plain form `otherwise` is the address to redirect to (303)
    or, when it ends in `.html`, the template of the page to show with `status`."""
    if wants_fragment():
        return make_response(render_template(fragment, **context), status)
    if otherwise.endswith(".html"):
        return make_response(render_template(otherwise, **context), status)
    return redirect(otherwise, 303)
