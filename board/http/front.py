"""Front of the server (RSGI): requests wait here, on one event loop, without holding a thread.

Pages that are in memory are answered from there (`board.http.shared_pages`). A body is complete before
a thread takes it, so that slow senders keep nobody waiting. Reading and writing have a lane of their
own each: writers queue for the database's one lock in the order they came, a bounded number of
them, and after `TURN_SECONDS` they are answered that the paper is busy. Pages go on meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import asynccontextmanager, closing
from typing import Any

from board.http.addresses import forwarded, network_of
from board.http.bodies import RefusedBody, received
from board.http.csrf import SAFE_METHODS
from board.http.gateway import (
    BUSY,
    DEADLINE,
    STATE,
    Answer,
    Rest,
    Wsgi,
    answered,
    environ_of,
    headers_of,
    peer_of,
)
from board.http.lanes import Lane
from board.http.page_cache import KeptPage, PageCache
from board.http.shared_pages import SharedPages

WRITERS = 4  # threads; one of them writes, the others hash, decode or wait for a moment
MOST_WAITING = 64  # writers in the queue; who comes then is told at once
TURN_SECONDS = 5
MOST_FROM_ONE_ADDRESS = 32  # bodies on their way at the same time

Seen = Callable[[int, str, dict[str, str]], None]  # article id or 0, address, headers
PLAIN = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")]
TOO_MANY = "한곳에서 한꺼번에 너무 많이 보냈습니다. 잠시 뒤에 다시 보내 주세요.\n"


class Front:
    """An RSGI application that hands each complete request to `app`, in one of `threads` threads when
    it reads.

    `seen` is told of each reader of a page that was in `pages`.
    """

    def __init__(
        self,
        app: Wsgi,
        threads: int,
        trusted_proxies: int = 0,
        pages: PageCache | None = None,
        seen: Seen | None = None,
    ) -> None:
        self.app, self.trusted_proxies = app, trusted_proxies
        self.seen = seen
        self.pages = SharedPages(pages, self._read, self._note) if pages else None
        self.readers = Lane(threads, "reader")
        self.writers = Lane(WRITERS, "writer")
        self.turns = asyncio.Semaphore(WRITERS)  # first come, first served
        self.waiting = 0
        self.arriving: Counter[str] = Counter()

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if scope.proto != "http":
            return
        headers = headers_of(scope)
        try:
            if self.pages and (key := self.pages.key_of(scope, headers)):
                answer = await self.pages.answer(key, scope, headers)
            elif scope.method in SAFE_METHODS:
                answer = await self._read(environ_of(scope, headers))
            else:
                answer = await self._take(scope, headers, proto)
        except RefusedBody as refused:
            closing = [*PLAIN, ("connection", "close"), ("retry-after", str(TURN_SECONDS))]
            proto.response_str(refused.status, closing, refused.sentence)
            return
        if answer.rest is not None:
            await self._stream(answer, answer.rest, proto)
            return
        body = b"" if scope.method == "HEAD" else answer.body
        proto.response_bytes(answer.status, answer.headers, body)

    async def _read(self, environ: dict[str, Any]) -> Answer:
        if self.pages:
            environ[STATE] = self.pages.pages.version()
        return await self.readers.run(answered, self.app, environ)

    async def _take(self, scope: Any, headers: dict[str, str], proto: Any) -> Answer:
        """Wait for the body, then for a turn to write; both without a thread."""
        who, environ = network_of(self._address(scope, headers)), environ_of(scope, headers)
        if self.arriving[who] >= MOST_FROM_ONE_ADDRESS:
            raise RefusedBody(429, TOO_MANY)
        self.arriving[who] += 1
        try:
            body = await received(environ, proto)
        finally:
            self.arriving[who] -= 1
            self.arriving += Counter()  # forget who has nothing on the way
        with closing(body):
            environ["wsgi.input"] = body
            environ[DEADLINE] = time.monotonic() + TURN_SECONDS
            async with self._turn() as came:
                if came:
                    return await self.writers.run(answered, self.app, environ)
            environ[BUSY] = True
            return await self._read(environ)

    @asynccontextmanager
    async def _turn(self):
        """True within, when a writer's turn came in time; False when there are too many."""
        if self.waiting >= MOST_WAITING:
            yield False
            return
        self.waiting += 1
        try:
            await asyncio.wait_for(self.turns.acquire(), TURN_SECONDS)
        except TimeoutError:
            yield False
            return
        finally:
            self.waiting -= 1
        try:
            yield True
        finally:
            self.turns.release()

    async def _stream(self, answer: Answer, rest: Rest, proto: Any) -> None:
        transport = proto.response_stream(answer.status, answer.headers)
        piece = answer.body
        try:
            while piece:
                await transport.send_bytes(piece)
                piece = await self.readers.beside(next, rest.pieces, b"")
        finally:
            rest.close()

    def _note(self, page: KeptPage, scope: Any, headers: dict[str, str]) -> None:
        if self.seen and page.read is not None and scope.method == "GET":
            self.seen(page.read, self._address(scope, headers), headers)

    def _address(self, scope: Any, headers: dict[str, str]) -> str:
        if not self.trusted_proxies:
            return peer_of(scope)
        chain = [each.strip() for each in headers.get("x-forwarded-for", "").split(",")]
        return forwarded(chain, self.trusted_proxies, peer_of(scope))
