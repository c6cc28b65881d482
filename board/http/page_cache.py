"""Page cache: finished pages for everybody, kept in memory for a second or until anything changes.

Asked by the front of the server before a thread is taken. A page is kept when its view is `shared`
and it turned out to be for everybody: made for no known reader, setting no cookie. It is given to
readers who bring no cookie of ours but the chosen text size, and asked for the same representation
of the same address. Fields of the query that the page does not know are taken away before the view
sees them (for every reader, so that no test forgets one): they make no second page and stand in
none.

Any commit ends all pages at once (`board.data_version`), and none is older than `LIFE`: what becomes
due by the clock is a second late at most.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from flask import Flask, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_cookie
from werkzeug.routing import RequestRedirect

from board.application import current_app
from board.http.gateway import Answer

LIFE = 1.0  # seconds
OVERHEAD = 1024  # bytes of an entry beside its body
MOST_PATHS = 4096  # whose view is remembered
LONGEST_PATH = 300  # characters; a page at a longer one is not kept
OURS = "naru_"
OUR_COOKIES = (OURS, f"__Host-{OURS}")
LOOK_COOKIE = "naru_look"

View = TypeVar("View", bound=Callable[..., Any])
Key = tuple[str, ...]


def shared(*fields: str, unless: str = "") -> Callable[[View], View]:
    """Declare a view's page as one for all readers without a cookie. `fields` are those of the query
    it knows; with the field `unless` it is made for each of them."""

    def declare(view: View) -> View:
        view.shared = Shared(frozenset(fields), unless)  # type: ignore[attr-defined]  # read by `getattr`
        return view

    return declare


@dataclass(frozen=True)
class Shared:
    """What a shared page depends on beside its path: fields of the query, and `unless`."""

    fields: frozenset[str]
    unless: str

    def known(self, query: str) -> str:
        """The part of a query string that the view reads."""
        if not query:
            return ""
        known = {*self.fields, self.unless}
        return "&".join(each for each in query.split("&") if _name(each) in known)

    def is_for_each(self, query: str) -> bool:
        """Whether the page is made for each reader, because of this query."""
        return self.unless in map(_name, query.split("&")) if query and self.unless else False


def _name(piece: str) -> str:
    return piece.partition("=")[0]


def init_app(app: Flask) -> None:
    """Register the hook."""
    app.before_request(drop_unknown_fields)


def drop_unknown_fields() -> None:
    """Take away what a shared page does not know, for whomever it is made."""
    view = current_app.view_functions.get(request.endpoint or "")
    if (found := getattr(view, "shared", None)) is not None:
        request.query_string = found.known(request.query_string.decode("latin-1")).encode("latin-1")


@dataclass(slots=True)
class KeptPage:
    """A finished page, good until `until` (`time.monotonic()`) or another data version. `read` is
    the id of the article whose view it counts as, 0 for another page, None when nobody counts."""

    answer: Answer
    version: object | None
    until: float
    read: int | None
    etag: str = field(init=False)
    unchanged: Answer = field(init=False)

    def __post_init__(self) -> None:
        self.etag = dict(self.answer.headers).get("etag", "").removeprefix("W/")
        about = [each for each in self.answer.headers if not each[0].startswith("content-")]
        self.unchanged = Answer(304, about, b"")

    def answer_to(self, headers: dict[str, str]) -> Answer:
        """The page, or 304 when the browser has it already (RFC 9110, 15.4.5)."""
        known = headers.get("if-none-match")
        return self.unchanged if known and self.etag and self.etag in known else self.answer


class PageCache:
    """At most `room` bytes of pages, the least recently used going first. For one thread.

    `looks` are the text sizes and themes there are, as their cookie says them.
    """

    def __init__(
        self, app: Flask, room: int, looks: Collection[str], version: Callable[[], object | None]
    ) -> None:
        self.app, self.room, self.looks, self.version = app, room, looks, version
        self.pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self.size = 0
        self._shared_at = lru_cache(maxsize=MOST_PATHS)(self._find_view)

    def key_of(self, scope: Any, headers: dict[str, str]) -> Key | None:
        """What names the page that a request (an RSGI scope) asks for; None when it is not one for
        everybody. HEAD is answered from what GET left, and leaves nothing itself."""
        method, path, query = scope.method, scope.path, scope.query_string
        if method not in ("GET", "HEAD") or not self.room or len(path) > LONGEST_PATH:
            return None
        if (view := self._shared_at(path)) is None or view.is_for_each(query):
            return None
        accepted = headers.get("accept-encoding", "")
        look = self._look(headers.get("cookie", ""))
        if look is None or "q=0" in accepted:
            return None
        key = (
            path,
            view.known(query),
            headers.get("host", ""),
            look,
            "gzip" if "gzip" in accepted else "",
            "htmx" if headers.get("hx-request") == "true" else "",
            "whole" if headers.get("hx-history-restore-request") else "",
        )
        return key if method == "GET" or self.find(key) else None

    def find(self, key: Key) -> KeptPage | None:
        """The page as it is now; None when it must be made."""
        kept = self.pages.get(key)
        if kept is None:
            return None
        if self.version() != kept.version or time.monotonic() >= kept.until:
            self._drop(key)
            return None
        self.pages.move_to_end(key)
        return kept

    def keep(self, key: Key, page: KeptPage) -> None:
        """Remember a page, unless the database could not say in which state it was made."""
        if page.version is None:
            return
        self._drop(key)
        self.pages[key] = page
        self.size += len(page.answer.body) + OVERHEAD
        while self.size > self.room:
            self._drop(next(iter(self.pages)))

    def _drop(self, key: Key) -> None:
        if (page := self.pages.pop(key, None)) is not None:
            self.size -= len(page.answer.body) + OVERHEAD

    def _find_view(self, path: str) -> Shared | None:
        try:
            endpoint, _ = self.app.url_map.bind("").match(path, method="GET")
        except (HTTPException, RequestRedirect):
            return None
        return getattr(self.app.view_functions[endpoint], "shared", None)

    def _look(self, cookies: str) -> str | None:
        """The chosen text size and theme; None for a browser that brings another cookie of ours."""
        if not cookies:
            return ""
        if OURS not in cookies:
            return "cookies"
        found = parse_cookie(cookies)
        ours = {name for name in found if name.startswith(OUR_COOKIES)}
        if ours - {LOOK_COOKIE}:
            return None
        look = found.get(LOOK_COOKIE, "")
        return f"cookies {look}" if look in self.looks else "cookies"
