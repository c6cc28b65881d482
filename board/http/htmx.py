"""Fragment or page: decided here and nowhere else."""

from flask import Response, make_response, redirect, render_template, request


def wants_fragment() -> bool:
    """True when htmx asks for part of a page; going back in history wants the whole of it."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get(
        "HX-History-Restore-Request"
    )


def answer(fragment: str, *, otherwise: str, status: int = 200, **context) -> Response:
    """Render `fragment` for htmx. For a plain form `otherwise` is the page to go to (303) or,
    when it ends in `.html`, the template of the page to show with `status`."""
    if wants_fragment():
        return make_response(render_template(fragment, **context), status)
    if otherwise.endswith(".html"):
        return make_response(render_template(otherwise, **context), status)
    return redirect(otherwise, 303)
