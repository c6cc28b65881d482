"""Request limits: how many bytes and form fields one request may carry."""

from flask import Flask, abort, request

from board.files.limits import LARGEST_FORM, LARGEST_REQUEST
from board.http.cookies import cookie
from board.http.csrf import SAFE_METHODS

MOST_FIELDS = 400


def init_app(app: Flask) -> None:
    app.before_request(limit_body)
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        MAX_FORM_PARTS=MOST_FIELDS,
    )


def limit_body() -> None:
    """413 above what anybody may send; who has no session sends text only, and less of it."""
    if request.method in SAFE_METHODS:
        return
    request.max_content_length = LARGEST_REQUEST if cookie("session") else LARGEST_FORM
    if sum(map(len, request.form.listvalues())) > MOST_FIELDS:
        abort(413)
