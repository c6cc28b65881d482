"""Security headers on every response, errors included."""

from flask import Flask, Response, g, request

from board.application import current_app

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# The rich editor writes style attributes into its own page; no other page may.
EDITOR_POLICY = POLICY + "; style-src-attr 'unsafe-inline'"
# The editor shows the preview beside the text; no other page may stand in a frame.
FRAMED_POLICY = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def init_app(app: Flask) -> None:
    """Register the hook."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Set the content security policy, and say what an answer depends on unless it is public."""
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    policy = EDITOR_POLICY if g.get("editor") else FRAMED_POLICY if g.get("framed") else POLICY
    response.headers.setdefault("Content-Security-Policy", policy)
    if current_app.settings.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint != "static" and not response.cache_control.public:
        response.vary.update(("Cookie", "HX-Request"))
    return response
