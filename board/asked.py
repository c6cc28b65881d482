"""What the address asks for, read leniently: nonsense is a page that does not exist."""

from flask import abort, request

MOST_DIGITS = 7


def page_number(name: str = "page") -> int:
    """The page number in the address, from 1; 404 for anything that is not a number."""
    text = request.args.get(name) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and int(text) > 0):
        abort(404)
    return int(text)
