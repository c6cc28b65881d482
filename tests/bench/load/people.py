"""People at a server of the sample paper, each at a loopback address of their own."""

from __future__ import annotations

import http.client
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from urllib.parse import urlencode

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

FORM = "application/x-www-form-urlencoded"
PATIENCE = 120  # seconds for one answer
_numbers = count(2)


def new_address() -> str:
    """An address of this machine (127.0.0.0/8) that nobody has come from yet."""
    number = next(_numbers)
    return f"127.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


class Person:
    """Somebody's browser. `waits` holds (seconds, status) of each answer in order."""

    def __init__(self, port: int) -> None:
        self.port, self.address, self.cookie = port, new_address(), ""
        self.waits: list[tuple[float, int]] = []
        self.last: http.client.HTTPMessage | None = None
        self._kept: http.client.HTTPConnection | None = None

    def stay(self) -> None:
        """Keep one connection, and with it one worker, from now on."""
        self._kept = self._connected()

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, {})

    def post(self, path: str, **fields: str) -> str:
        return self._ask("POST", path, urlencode(fields), {"Content-Type": FORM})

    def send(self, path: str, files: list[FileStorage], **fields: str) -> str:
        boundary, body = encode_multipart({"files": files, **fields})
        kind = f"multipart/form-data; boundary={boundary}"
        return self._ask("POST", path, body, {"Content-Type": kind})

    def token(self, path: str) -> str:
        return re.search(r'name="csrf_token" value="([^"]+)"', self.get(path))[1]

    def sign_in(self, username: str, password: str) -> None:
        token = self.token("/session/new")
        self.post("/session/new", csrf_token=token, username=username, password=password)
        self.cookie = self.last.get("Set-Cookie", "").partition(";")[0]

    def _ask(self, method: str, path: str, body: str | bytes | None, headers: dict) -> str:
        if self.cookie:
            headers = {**headers, "Cookie": self.cookie}
        connection = self._kept or self._connected()
        began = time.monotonic()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            self.waits.append((time.monotonic() - began, answer.status))
            self.last = answer.headers
            return text
        except OSError:
            self.waits.append((time.monotonic() - began, 0))
            return ""
        finally:
            if connection is not self._kept:
                connection.close()

    def _connected(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=(self.address, 0)
        )


def all_at_once(number: int, story: Callable[[], list[tuple[float, int]]]) -> Callable:
    """Start this many people; calling the result waits for them and gives all their waits."""
    found: list[tuple[float, int]] = []
    threads = [threading.Thread(target=lambda: found.extend(story())) for _ in range(number)]
    for thread in threads:
        thread.start()

    def waits() -> list[tuple[float, int]]:
        for thread in threads:
            thread.join()
        return found

    return waits


@contextmanager
def dripping(port: int, headers: int, bodies: int) -> Iterator[None]:
    """Context manager: so many connections send a byte of their header, or of their body, each
    second. Whoever is hung up on does not come again."""
    head = b"POST /session/new HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    whole = head + f"Content-Type: {FORM}\r\nContent-Length: 5000\r\n\r\n".encode()
    sockets = [_opened(port, head) for _ in range(headers)]
    sockets += [_opened(port, whole) for _ in range(bodies)]
    over = threading.Event()

    def drip() -> None:
        while not over.wait(1):
            for each in sockets:
                with suppress(OSError):
                    each.send(b"x")

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        for each in sockets:
            each.close()


def _opened(port: int, beginning: bytes) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", port), 10, (new_address(), 0))
    opened.sendall(beginning)
    return opened
