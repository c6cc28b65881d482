"""What the address asks for, read leniently: nonsense is a page that does not exist."""

from flask import Flask, abort, request
from werkzeug.routing import IntegerConverter, Map

MOST_DIGITS = 7
LARGEST_ID = 2**31 - 1  # what the databases keep an id in; they choke on more


class Id(IntegerConverter):
    """An id in a path; one that no row can have leads nowhere."""

    regex = "[0-9]{1,10}"

    def __init__(self, map: Map) -> None:
        super().__init__(map, min=1, max=LARGEST_ID)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Id
    app.before_request(refuse_nul)


def refuse_nul() -> None:
    """No address of ours has a NUL in it, and PostgreSQL does not take one."""
    if "\x00" in request.path or b"%00" in request.query_string or b"\x00" in request.query_string:
        abort(400)


def possible_id(text: str | int) -> int:
    """The id in a text; ValueError for one that no row can have."""
    number = int(text) if str(text).isascii() else 0
    if not 0 < number <= LARGEST_ID:
        raise ValueError("no row has this id")
    return number


def page_number(name: str = "page") -> int:
    """The page number in the address, from 1; 404 for anything that is not a number."""
    text = request.args.get(name) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and int(text) > 0):
        abort(404)
    return int(text)
