"""Request limits: how many bytes and form fields one request may carry."""

from flask import Flask, abort, request

from board.files.limits import LARGEST_FORM, LARGEST_REQUEST

MOST_FIELDS = 400


def init_app(app: Flask) -> None:
    """Register the limits."""
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        MAX_FORM_PARTS=MOST_FIELDS,
    )


def take_body(most: int) -> None:
    """Read the whole form now; 413 above `most` bytes or with too many fields."""
    request.max_content_length = most
    if sum(map(len, request.form.listvalues())) > MOST_FIELDS:
        abort(413)
