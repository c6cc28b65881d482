"""Requests over a number of kept connections, as fast as they are answered."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

HUNG_UP = 0  # instead of a status: the server closed the connection without an answer
HEADERS = {
    "Host": "127.0.0.1",
    "User-Agent": "Mozilla/5.0 (Linux; Android 15) Chrome/150.0",
    "Accept-Encoding": "gzip",
}


@dataclass
class Run:
    """What came of a run: seconds it took, answers by status, bytes, and seconds of each wait."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    received: int = 0
    waits: list[float] = field(default_factory=list)

    @property
    def answers(self) -> int:
        return sum(self.statuses.values())


def get(path: str, **headers: str) -> bytes:
    """A GET request as bytes."""
    return _head("GET", path, headers) + b"\r\n"


def post(path: str, form: dict[str, str], **headers: str) -> bytes:
    """A POST of a form as bytes."""
    body = urlencode(form).encode()
    about = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    return _head("POST", path, {**headers, **about}) + b"\r\n" + body


def _head(method: str, path: str, headers: dict[str, str]) -> bytes:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in {**HEADERS, **named}.items()]
    return "\r\n".join([f"{method} {path} HTTP/1.1", *lines, ""]).encode()


def drive(
    port: int, requests: Iterator[bytes], *, connections: int, seconds: float = 1.0, most: int = 0
) -> Run:
    """Send requests until the time is over, or `most` are sent."""
    return asyncio.run(_drive(port, requests, connections, seconds, most))


async def _drive(
    port: int, requests: Iterator[bytes], connections: int, seconds: float, most: int
) -> Run:
    run = Run()
    begun = time.perf_counter()
    sent = 0

    async def one() -> None:
        nonlocal sent
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
        while time.perf_counter() < begun + seconds and not (most and sent >= most):
            request = next(requests, None)
            if request is None:
                break
            sent += 1
            start = time.perf_counter()
            writer.write(request)
            try:
                status, size, closes = await _answer(reader)
            except asyncio.IncompleteReadError:
                status, size, closes = HUNG_UP, 0, True
            run.waits.append(time.perf_counter() - start)
            run.statuses[status] += 1
            run.received += size
            if closes:
                writer.close()
                reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
        writer.close()

    await asyncio.gather(*(one() for _ in range(connections)))
    run.seconds = time.perf_counter() - begun
    return run


async def _answer(reader: asyncio.StreamReader) -> tuple[int, int, bool]:
    """(status, bytes, whether the connection ends)."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    low = head.lower()
    size = 0
    if (at := low.find(b"content-length:")) >= 0:
        size = int(low[at + 15 : low.index(b"\r\n", at)])
        await reader.readexactly(size)
    elif b"transfer-encoding: chunked" in low:
        while length := int(await reader.readline(), 16):
            await reader.readexactly(length + 2)
            size += length
        await reader.readline()
    return status, len(head) + size, b"connection: close" in low
