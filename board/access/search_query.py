"""Search query of a request: which page asks makes no difference to the rate limit."""

from flask import request

from board.access.throttling import pace_reading
from board.text.plain import tidy
from board.text.searching import search_key


def search_query() -> str:
    """The words searched for, tidied; empty when none are. A 429 when it is one search too many."""
    query = tidy(request.args.get("q", ""))
    if not search_key(query):
        return ""
    pace_reading("search")
    return query
