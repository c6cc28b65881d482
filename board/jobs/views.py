"""View counting: opening an article leaves a note, which the tally writes later."""

from collections.abc import Callable
from typing import Protocol

from flask import g, request

from board import clock
from board.application import Naru, current_app
from board.http.gateway import READ
from board.models import Note
from board.text.agents import is_crawler


class Headers(Protocol):
    """Headers of a request, in whatever form."""

    def get(self, name: str, /) -> str | None: ...


LONGEST_AGENT = 300  # characters; many notes may have to wait in memory


def note_reading(article=None) -> None:
    """Count this page view later; not for crawlers, prefetches or the author."""
    read = article.id if article is not None and not g.viewer.is_author_of(article) else None
    request.environ[READ] = read or 0
    if request.method != "GET" or not _counts(request.headers):
        return
    who = g.viewer.key if g.viewer.id else visitor(request.remote_addr or "", request.headers)
    current_app.tally.note(Note(who, clock.today(), read))


def note_hit(app: Naru) -> Callable[[int, str, Headers], None]:
    """Counting for pages from memory: called with the article's id or 0, the reader's address and
    the request's headers."""

    def note(read: int, address: str, headers: Headers) -> None:
        if _counts(headers):
            app.tally.note(Note(visitor(address, headers), clock.today(), read or None))

    return note


def visitor(address: str, headers: Headers) -> str:
    """A reader without an account: the address and the browser."""
    return f"{address}|{(headers.get('user-agent') or '')[:LONGEST_AGENT]}"


def _counts(headers: Headers) -> bool:
    purpose = headers.get("sec-purpose") or headers.get("purpose") or ""
    return "prefetch" not in purpose and not is_crawler(headers.get("user-agent") or "")
