"""The front of the server: bodies wait outside the threads, writers in a queue of their own."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

import pytest
from flask import Flask, Response, request

from board.files.limits import LARGEST_REQUEST
from board.http import bodies, front, gateway
from board.http.front import Front
from board.http.gateway import BUSY, DEADLINE
from tests.support.disk import no_room


class Headers(dict):
    """Headers as Granian gives them: pairs, some names twice."""

    def items(self):
        return [
            pair for name, values in super().items() for pair in ((name, each) for each in values)
        ]


@dataclass
class Scope:
    """What Granian says of a request."""

    method: str = "GET"
    path: str = "/"
    query_string: str = ""
    headers: Headers = field(default_factory=Headers)
    client: str = "203.0.113.9:40000"
    server: str = "127.0.0.1:8000"
    scheme: str = "http"
    authority: str | None = None
    http_version: str = "1.1"
    proto: str = "http"


class Connection:
    """A client that sends these pieces, each after a pause, and keeps what it is answered."""

    def __init__(self, *pieces: bytes, pause: float = 0, open_ended: bool = False) -> None:
        self.pieces, self.pause, self.open_ended = pieces, pause, open_ended
        self.status, self.headers, self.body = 0, [], b""

    async def __aiter__(self):
        for piece in self.pieces:
            await asyncio.sleep(self.pause)
            yield piece
        if self.open_ended:
            await asyncio.sleep(3600)

    def response_bytes(self, status, headers, body) -> None:
        self.status, self.headers, self.body = status, headers, body

    def response_str(self, status, headers, body) -> None:
        self.response_bytes(status, headers, body.encode())

    def response_stream(self, status, headers) -> "Connection":
        self.response_bytes(status, headers, b"")
        return self

    async def send_bytes(self, piece: bytes) -> None:
        self.body += piece


def sent(body: bytes, **more: str) -> Scope:
    names = {"content-length": [str(len(body))], "content-type": ["text/plain"]}
    return Scope("POST", "/echo", headers=Headers(names | {k: [v] for k, v in more.items()}))


@pytest.fixture
def site():
    """A small application that tells what reached it."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    app.go_on = threading.Event()

    @app.get("/told/<path:name>")
    def told(name):
        return f"{name}|{request.args['q']}|{request.headers['X-Twice']}|{request.cookies['b']}"

    @app.post("/echo")
    def echo():
        if request.environ.get(BUSY):
            return "busy", 503
        return Response(
            request.get_data(), headers={"X-Patience": str(DEADLINE in request.environ)}
        )

    @app.post("/slow")
    def slow():
        if request.environ.get(BUSY):
            return "busy", 503
        app.go_on.wait(10)
        return "written"

    @app.get("/long")
    def long():
        return Response(iter([b"a" * gateway.PIECE, b"b" * gateway.PIECE, b"end"]))

    return app


def play(story) -> None:
    """Play in a thread: the browser's tests may have an event loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, story).result()


def test_the_application_is_told_what_was_asked(site):
    async def story():
        twice = Headers(
            {"x-twice": ["1", "2"], "cookie": ["a=1", "b=2"], "host": ["paper.example"]}
        )
        path = unquote("/told/" + quote("솔내 나루"))
        for query in ("q=%EA%B0%95", "q=강"):  # some programs send letters as they are
            answer = Connection()
            await Front(site, 1).__rsgi__(
                Scope(path=path, query_string=query, headers=twice), answer
            )
            assert (answer.status, answer.body.decode()) == (200, "솔내 나루|강|1,2|2")

    play(story())


def test_a_long_answer_comes_whole_and_piece_by_piece(site):
    async def story():
        answer = Connection()
        await Front(site, 1).__rsgi__(Scope(path="/long"), answer)
        assert answer.body == b"a" * gateway.PIECE + b"b" * gateway.PIECE + b"end"

    play(story())


def test_a_body_that_comes_slowly_takes_no_thread(site):
    """One thread reads, one request after the other; forty bodies on their way hold none."""

    async def story():
        served = Front(site, 1)
        slow = [Connection(b"half", open_ended=True) for _ in range(front.MOST_FROM_ONE_ADDRESS)]
        waiting = [
            asyncio.create_task(served.__rsgi__(sent(b"half a form"), each)) for each in slow
        ]
        await asyncio.sleep(0)
        page, comment = Connection(), Connection(b"a comment")
        await served.__rsgi__(Scope(path="/long"), page)
        elsewhere = sent(b"a comment")
        elsewhere.client = "198.51.100.7:40000"
        await served.__rsgi__(elsewhere, comment)
        assert page.status == 200 and comment.body == b"a comment"
        assert {each.status for each in slow} == {0}
        one_more = Connection(b"more")
        await served.__rsgi__(sent(b"more"), one_more)
        assert one_more.status == 429 and "잠시 뒤에" in one_more.body.decode()
        for each in waiting:
            each.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await served.__rsgi__(sent(b"more"), again := Connection(b"more"))
        assert again.body == b"more"

    play(story())


def test_who_falls_silent_is_told_so(site, monkeypatch):
    monkeypatch.setattr(bodies, "SILENCE_SECONDS", 0.05)

    async def story():
        silent = Connection(b"half", open_ended=True)
        await Front(site, 1).__rsgi__(sent(b"half a form"), silent)
        assert silent.status == 408 and "다시 보내 주세요" in silent.body.decode()

    play(story())


def test_who_sends_a_byte_at_a_time_is_not_waited_for_without_end(site, monkeypatch):
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.1)

    async def story():
        dripping = Connection(*[b"x"] * 1000, pause=0.01)
        await Front(site, 1).__rsgi__(sent(b"x" * 1000), dripping)
        assert dripping.status == 408

    play(story())


def test_half_a_form_is_no_form(site):
    async def story():
        gone = Connection(b"half")
        await Front(site, 1).__rsgi__(sent(b"half a form"), gone)
        assert gone.status == 400 and "끊겼습니다" in gone.body.decode()

    play(story())


def test_a_body_that_finds_no_room_on_the_disk_is_to_be_sent_again(site):
    async def story():
        sender = Connection(bytes(bodies.IN_MEMORY), b"and more")
        with no_room():
            await Front(site, 1).__rsgi__(sent(bytes(bodies.IN_MEMORY) + b"and more"), sender)
        assert sender.status == 503 and "뒤로 가면 남아 있습니다" in sender.body.decode()
        assert int(dict(sender.headers)["retry-after"]) > 0

    play(story())


def test_what_says_it_is_too_large_is_not_received(site):
    async def story():
        scope = sent(b"")
        scope.headers["content-length"] = [str(LARGEST_REQUEST + 1)]
        huge = Connection(b"x", open_ended=True)
        await Front(site, 1).__rsgi__(scope, huge)
        assert huge.status == 413

    play(story())


def test_a_writer_whose_turn_does_not_come_is_told_so_and_nobody_else_waits(site, monkeypatch):
    monkeypatch.setattr(front, "TURN_SECONDS", 0.2)

    async def story():
        served = Front(site, 1)
        scope = sent(b"a comment")
        writing = [
            asyncio.create_task(served.__rsgi__(Scope("POST", "/slow"), Connection()))
            for _ in range(front.WRITERS)
        ]
        await asyncio.sleep(0.05)
        late, page = Connection(b"a comment"), Connection()
        waiting = asyncio.create_task(served.__rsgi__(scope, late))
        await served.__rsgi__(Scope(path="/long"), page)
        assert page.status == 200 and not waiting.done()
        await waiting
        assert late.status == 503
        site.go_on.set()
        await asyncio.gather(*writing)
        await served.__rsgi__(sent(b"again"), again := Connection(b"again"))
        assert again.body == b"again" and ("x-patience", "True") in again.headers

    play(story())


def test_when_too_many_writers_wait_the_next_is_told_at_once(site, monkeypatch):
    monkeypatch.setattr(front, "MOST_WAITING", 0)

    async def story():
        await Front(site, 1).__rsgi__(sent(b"a comment"), told := Connection(b"a comment"))
        assert told.status == 503

    play(story())


def test_behind_a_proxy_each_reader_is_one_address(site, monkeypatch):
    monkeypatch.setattr(front, "MOST_FROM_ONE_ADDRESS", 1)

    async def story():
        served = Front(site, 1, trusted_proxies=1)

        def by(address):
            return sent(b"half a form", **{"x-forwarded-for": f"1.1.1.1, {address}"})

        slow = Connection(b"half", open_ended=True)
        waiting = asyncio.create_task(served.__rsgi__(by("198.51.100.1"), slow))
        await asyncio.sleep(0.01)
        await served.__rsgi__(by("198.51.100.1"), same := Connection(b"half a form"))
        await served.__rsgi__(by("198.51.100.2"), other := Connection(b"half a form"))
        assert (same.status, other.status) == (429, 200)
        waiting.cancel()

    play(story())
