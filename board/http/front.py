"""Front of the server (RSGI): requests wait here, on one event loop, without holding a thread.

Pages that are in memory are answered from there (`board.http.page_cache`). A body is complete before
a thread takes it, so that slow senders keep nobody waiting. Reading and writing have threads of
their own: writers queue for the database's one lock in the order they came, a bounded number of
them, and after `TURN_SECONDS` they are answered that the paper is busy. Pages go on meanwhile.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from typing import IO, Any

from board.files.limits import LARGEST_REQUEST
from board.http.addresses import forwarded, network_of
from board.http.csrf import SAFE_METHODS
from board.http.page_cache import FOR_EVERYBODY, LIFE, READ, KeptPage, Key, PageCache

WRITERS = 4  # threads; one of them writes, the others hash, decode or wait for a moment
MOST_WAITING = 64  # writers in the queue; who comes then is told at once
TURN_SECONDS = 5
BODY_SECONDS = 20  # for a whole form; a larger body gets more while it keeps coming
SLOWEST = 16 * 1024  # bytes a second, after the first `BODY_SECONDS`
SILENCE_SECONDS = 10  # between two pieces of a body
MOST_FROM_ONE_ADDRESS = 32  # bodies on their way at the same time
IN_MEMORY = 256 * 1024  # bytes of a body; more goes to a temporary file
PIECE = 64 * 1024

BUSY = "board.busy"  # in the environ: this request's turn did not come, say so
DEADLINE = "board.deadline"  # in the environ: time.monotonic() when waiting to write ends

Wsgi = Callable[[dict[str, Any], Callable], Iterable[bytes]]
Seen = Callable[[int, str, dict[str, str]], None]  # article id or 0, address, headers
PLAIN = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")]
TOO_SLOW = "보내는 데 너무 오래 걸렸습니다. 인터넷이 이어져 있는지 확인하고 다시 보내 주세요.\n"
CUT_OFF = "보내는 중에 연결이 끊겼습니다. 다시 보내 주세요.\n"
TOO_MANY = "한곳에서 한꺼번에 너무 많이 보냈습니다. 잠시 뒤에 다시 보내 주세요.\n"
TOO_FULL = (
    "서버에 받을 자리가 없습니다. 쓰던 글은 뒤로 가면 남아 있습니다. 잠시 뒤 다시 보내 주세요.\n"
)


class RefusedBody(Exception):
    """A body that is not taken: the status and the sentence to answer."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass
class Answer:
    """What WSGI answered: whole in `body`, or with `rest` still to come from a thread."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    rest: Iterable[bytes] | None = None


class Front:
    """An RSGI application that hands each complete request to `app` in a thread of `threads`.

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
        self.pages, self.seen = pages, seen
        self.making: dict[Key, asyncio.Future[KeptPage | None]] = {}
        self.readers = ThreadPoolExecutor(threads, thread_name_prefix="reader")
        self.writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="writer")
        self.turns = asyncio.Semaphore(WRITERS)  # first come, first served
        self.waiting = 0
        self.arriving: Counter[str] = Counter()

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if scope.proto != "http":
            return
        headers = headers_of(scope)
        try:
            if self.pages and (key := self.pages.key_of(scope, headers)):
                answer = await self._share(self.pages, key, scope, headers)
            elif scope.method in SAFE_METHODS:
                answer = await self._ask(self.readers, environ_of(scope, headers))
            else:
                answer = await self._take(scope, headers, proto)
        except RefusedBody as refused:
            closing = [*PLAIN, ("connection", "close"), ("retry-after", str(TURN_SECONDS))]
            proto.response_str(refused.status, closing, refused.sentence)
            return
        await self._send(answer, scope.method, proto)

    async def _share(
        self, pages: PageCache, key: Key, scope: Any, headers: dict[str, str]
    ) -> Answer:
        """The page from memory. While one is being made, all who ask for it wait for that one."""
        page = pages.find(key)
        if page is None:
            if (making := self.making.get(key)) is None:
                return await self._make(pages, key, scope, headers)
            # Shielded: a reader who leaves must not take the page away from the others.
            if (page := await asyncio.shield(making)) is None:
                return await self._ask(self.readers, environ_of(scope, headers))
        if self.seen and page.read is not None and scope.method == "GET":
            self.seen(page.read, self._address(scope, headers), headers)
        return answer_from(page, headers)

    async def _make(
        self, pages: PageCache, key: Key, scope: Any, headers: dict[str, str]
    ) -> Answer:
        making = self.making[key] = asyncio.get_running_loop().create_future()
        page = None
        try:
            version = pages.version()
            environ = environ_of(scope, headers)
            environ.pop("HTTP_IF_NONE_MATCH", None)  # asked of what is kept, below
            answer = await self._ask(self.readers, environ)
            if FOR_EVERYBODY in environ and answer.status == 200:
                until = time.monotonic() + LIFE
                page = KeptPage(answer.headers, answer.body, version, until, environ.get(READ))
                pages.keep(key, page)
        finally:
            del self.making[key]
            making.set_result(page)
        return answer_from(page, headers) if page else answer

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
                    return await self._ask(self.writers, environ)
            environ[BUSY] = True
            return await self._ask(self.readers, environ)

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

    async def _ask(self, threads: Executor, environ: dict[str, Any]) -> Answer:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(threads, answered, self.app, environ)

    async def _send(self, answer: Answer, method: str, proto: Any) -> None:
        if answer.rest is None or method == "HEAD":
            body = b"" if method == "HEAD" else answer.body
            proto.response_bytes(answer.status, answer.headers, body)
            return
        loop = asyncio.get_running_loop()
        pieces = iter(answer.rest)
        transport = proto.response_stream(answer.status, answer.headers)
        piece = answer.body
        try:
            while piece:
                await transport.send_bytes(piece)
                piece = await loop.run_in_executor(self.readers, next, pieces, b"")
        finally:
            _close(answer.rest)

    def _address(self, scope: Any, headers: dict[str, str]) -> str:
        chain = [each.strip() for each in headers.get("x-forwarded-for", "").split(",")]
        return forwarded(chain, self.trusted_proxies, peer_of(scope))


async def received(environ: dict[str, Any], proto: Any) -> IO[bytes]:
    """The whole body. One that says it is too large is left alone: the application answers 413.

    Raises `RefusedBody` when it is cut off, comes too slowly or finds no room on the disk.
    """
    announced = int(environ.get("CONTENT_LENGTH") or 0)
    if announced > LARGEST_REQUEST:
        return io.BytesIO()
    body: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by the caller
    began, size = time.monotonic(), 0
    pieces = aiter(proto)
    try:
        while size <= LARGEST_REQUEST:
            left = began + BODY_SECONDS + size / SLOWEST - time.monotonic()
            patience = max(min(left, SILENCE_SECONDS), 0)
            try:
                piece = await asyncio.wait_for(anext(pieces), patience)
            except StopAsyncIteration:
                break
            size += len(piece)
            body.write(piece)
    except TimeoutError:
        body.close()
        raise RefusedBody(408, TOO_SLOW) from None
    except OSError:
        body.close()
        raise RefusedBody(503, TOO_FULL) from None
    if size < announced:  # the sender is gone; half a form must not count as a whole one
        body.close()
        raise RefusedBody(400, CUT_OFF)
    environ["CONTENT_LENGTH"] = str(size)
    body.seek(0)
    return body


def answer_from(page: KeptPage, headers: dict[str, str]) -> Answer:
    """The kept page, or 304 when the browser has it already (RFC 9110, 15.4.5)."""
    if page.etag and page.etag in headers.get("if-none-match", ""):
        about = [each for each in page.headers if not each[0].startswith("content-")]
        return Answer(304, about, b"")
    return Answer(200, page.headers, page.body)


def peer_of(scope: Any) -> str:
    """The address at the other end of the connection."""
    return str(scope.client.rpartition(":")[0].strip("[]"))


def headers_of(scope: Any) -> dict[str, str]:
    """Header fields by their name in small letters; those sent in several lines are joined."""
    headers: dict[str, str] = {}
    for name, value in scope.headers.items():
        if name in headers:
            value = headers[name] + ("; " if name == "cookie" else ",") + value
        headers[name] = value
    return headers


def environ_of(scope: Any, headers: dict[str, str]) -> dict[str, Any]:
    """The WSGI environ (PEP 3333) of an RSGI scope; `wsgi.input` is empty."""
    server, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string.encode().decode("latin-1"),
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": peer_of(scope),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        key = name.replace("-", "_").upper()
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    if scope.authority and "HTTP_HOST" not in environ:
        environ["HTTP_HOST"] = scope.authority  # HTTP/2 has no Host header
    return environ


def answered(app: Wsgi, environ: dict[str, Any]) -> Answer:
    """Ask the WSGI application. A short answer is read whole, a long one piece by piece."""
    said: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info=None) -> Callable:
        said[:] = [status, headers]
        return lambda piece: None

    pieces = app(environ, start_response)
    iterator = iter(pieces)
    body = b""
    rest: _Rest | None = None
    for piece in iterator:
        body += piece
        if len(body) >= PIECE and FOR_EVERYBODY not in environ:
            rest = _Rest(iterator, pieces)
            break
    else:
        _close(pieces)
    status, headers = said
    lowered = [(name.lower(), value) for name, value in headers]
    return Answer(int(status[:3]), lowered, body, rest)


class _Rest:
    """What is left of an answer that was begun; closing it closes the application's iterable."""

    def __init__(self, iterator: Iterable[bytes], pieces: Any) -> None:
        self.iterator, self.close = iterator, getattr(pieces, "close", lambda: None)

    def __iter__(self):
        return self.iterator


def _close(pieces: Any) -> None:
    if hasattr(pieces, "close"):
        pieces.close()
