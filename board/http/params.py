"""Request parameters, read strictly: an impossible value is a page that does not exist (404)."""

import re
from datetime import date
from urllib.parse import quote

from flask import Flask, abort, redirect, request
from werkzeug import Response
from werkzeug.routing import IntegerConverter, Map

from board.application import current_app
from board.http.csrf import SAFE_METHODS

MOST_DIGITS = 7
YEARS = range(2000, 2100)  # in which a paper may have done something
RANGE = re.compile(r"bytes=(?:(\d{1,15})-(\d{0,15})|-\d{1,15})")
LARGEST_ID = 2**31 - 1  # what the databases keep an id in; they choke on more


class Id(IntegerConverter):
    """URL converter for row ids; an id that no row can have is not found."""

    regex = "[0-9]{1,10}"

    def __init__(self, map: Map) -> None:
        super().__init__(map, min=1, max=LARGEST_ID)


def init_app(app: Flask) -> None:
    """Register the converter and the check for NUL."""
    app.url_map.converters["int"] = Id
    app.before_request(refuse_nul)
    app.before_request(ignore_odd_ranges)
    app.before_request(drop_last_slash)


def drop_last_slash() -> Response | None:
    """Lead from an address with a slash too many at its end to the page that was meant."""
    if request.routing_exception is None or request.method not in SAFE_METHODS:
        return None
    shorter = "/" + request.path.strip("/")
    adapter = current_app.create_url_adapter(request)
    if shorter == request.path or adapter is None or not adapter.test(shorter, "GET"):
        return None
    query = request.query_string.decode("ascii", "replace")
    return redirect(quote(shorter) + (f"?{query}" if query else ""), 301)


def ignore_odd_ranges() -> None:
    """Answer with the whole file where the Range header is none we serve: another unit than bytes,
    an end before its beginning, several ranges (RFC 9110, 14.2)."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or (asked[1] and asked[2] and int(asked[2]) < int(asked[1])):
        request.environ.pop("HTTP_RANGE", None)


def refuse_nul() -> None:
    """400 for a NUL in the address: none of ours has one, and PostgreSQL refuses it."""
    if "\x00" in request.path or b"%00" in request.query_string or b"\x00" in request.query_string:
        abort(400)


def possible_id(text: str | int) -> int:
    """The id in a text; ValueError for one that no row can have."""
    number = int(text) if str(text).isascii() else 0
    if not 0 < number <= LARGEST_ID:
        raise ValueError("no row has this id")
    return number


def page_number(name: str = "page") -> int:
    """The page number in the query string, from 1; 404 for anything that is not a number."""
    text = request.args.get(name) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and int(text) > 0):
        abort(404)
    return int(text)


def day(name: str) -> date | None:
    """The date (YYYY-MM-DD) in the query string, None when absent; 404 for anything else."""
    text = request.args.get(name)
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        abort(404)
    return found if found.year in YEARS else abort(404)
