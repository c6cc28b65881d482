"""Benchmark of waiting: what readers and writers see while somebody else is slow.

`python -m tests.bench locks [SCENE …] [--workers 2] [--behind nginx|caddy]` opens the sample paper
as `make run` does and plays the scenes, all of `SCENES` unless told. Everybody has a loopback
address of their own. Prints seconds and statuses beside what was asked; 1 when that is missed. A
proxy must be installed; it gets the README's example.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from board.cli.seed import sample_people
from tests.bench.load.people import Person, all_at_once, dripping
from tests.bench.load.proxies import behind
from tests.bench.speed import large
from tests.cli.serving import Server
from tests.releases.writing import written
from tests.support import files

READERS, MANY_READERS, GUESTS, WRITERS = 4, 8, 16, 6
LOCKED, TALKING, DRIPPING = 15, 30, 20  # seconds
RECOMMENDATIONS = 10  # at least
SLOW_HEADERS, SLOW_BODIES = 300, 200
PHOTOS, PHOTO_SIZE = 8, (4000, 3000)
MOST_PAGE = 0.5  # seconds
TURN, ABOUT = 5.0, 0.5  # seconds until a writer is told that the paper is busy
PAGES = ("/", "/articles/1", "/articles/2", "/feeds/articles.rss")

COMMENT_FORM = 'name="nickname"'

Waits = list[tuple[float, int]]


@dataclass
class Paper:
    """The sample paper being served; `log` is what the server has printed so far."""

    port: int
    database: Path
    log: list[str]
    token: str
    discussed: list[int]  # articles that take guests' comments

    def reading(self, until: float, readers: int = READERS) -> Callable[[], Waits]:
        return all_at_once(readers, lambda: _read(Person(self.port), until))

    def comment(self, number: int) -> tuple[float, int]:
        """A new guest's comment, below one article after the other."""
        guest = Person(self.port)
        fields = {"nickname": "이웃", "password": "1234", "csrf_token": self.token}
        fields |= {"body": f"{number}번째로 들러 잘 읽고 갑니다.", "once": f"once-{number}"}
        article = self.discussed[number % len(self.discussed)]
        guest.post(f"/articles/{article}/comments", **fields)
        return guest.waits[-1]

    def recommend(self, guest: Person | None = None) -> tuple[float, int]:
        guest = guest or Person(self.port)
        guest.post("/articles/1/recommendation", csrf_token=self.token, recommended="yes")
        return guest.waits[-1]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench locks")
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], default=list(SCENES))
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--behind", choices=("nginx", "caddy"), default="")
    told = parser.parse_args(arguments)
    fine = True
    for name in told.scenes:
        with opened(told.workers, told.behind) as paper:
            for met, line in SCENES[name](paper):
                fine &= met
                say(f"{'✓' if met else '✗'} {name}: {line}")
            wrong = sum(line.startswith("Traceback") for line in paper.log)
            fine &= not wrong
            say(
                f"{'✗' if wrong else '✓'} {name}: {len(paper.log)} lines of log, {wrong} tracebacks"
            )
    return int(not fine)


def locked(paper: Paper) -> Iterator[tuple[bool, str]]:
    """Another process holds the database's write lock."""
    lock = sqlite3.connect(paper.database, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    until = time.monotonic() + LOCKED
    reading = paper.reading(until)
    numbers = iter(range(1_000_000))

    def write() -> Waits:
        waits = []
        while time.monotonic() < until - TURN - 1:
            waits.append(paper.comment(next(numbers)))
        return waits

    writing = all_at_once(WRITERS, write)
    waits = writing()
    yield pages(reading())
    lock.execute("ROLLBACK")
    lock.close()
    exact = all(status == 503 and abs(wait - TURN) <= ABOUT for wait, status in waits)
    yield exact, f"writers {told(waits)}, asked 503 after {TURN} ± {ABOUT} s"
    status = paper.comment(next(numbers))[1]
    yield status == 303, f"a comment afterwards: {status}"


def comments(paper: Paper) -> Iterator[tuple[bool, str]]:
    """Guests comment every other second, readers read."""
    until = time.monotonic() + TALKING
    reading = paper.reading(until, MANY_READERS)
    numbers = iter(range(1_000_000))

    def talk() -> Waits:
        waits = []
        while time.monotonic() < until:
            waits.append(paper.comment(next(numbers)))
            time.sleep(2)
        return waits

    yield none_refused("comments", all_at_once(GUESTS, talk)())
    yield True, f"pages {told(reading())}"


def release(paper: Paper) -> Iterator[tuple[bool, str]]:
    """A document with eight photos becomes a draft; then eight photos are added to an article."""
    editor = Person(paper.port)
    person = next(each for each in sample_people() if each.role == "admin")
    editor.sign_in(person.username, person.password)
    token = editor.token("/newsroom/arrivals/new")
    name, data = written(large(), "hwpx")
    document = [files.chosen(files.BytesIO(data), name)]
    photos = [
        files.chosen(files.picture(PHOTO_SIZE[0] - number, PHOTO_SIZE[1]), f"{number}.jpg")
        for number in range(PHOTOS)
    ]
    for path, sent, more in (
        ("/newsroom/arrivals", document, {"once": "release", "board_id": "1"}),
        ("/newsroom/articles/1/attachments", photos, {}),
    ):
        sending = threading.Thread(
            target=lambda path=path, sent=sent, more=more: editor.send(
                path, sent, csrf_token=token, **more
            )
        )
        sending.start()
        waits = []
        while sending.is_alive() or len(waits) < RECOMMENDATIONS:
            waits.append(paper.recommend())
            time.sleep(0.2)
        seconds, status = editor.waits[-1]
        yield status == 303, f"{path}: {status} after {seconds:.1f} s"
        yield none_refused("recommendations meanwhile", waits)


def slow(paper: Paper) -> Iterator[tuple[bool, str]]:
    """Hundreds send their headers or bodies a byte a second; before them, nobody does."""
    yield True, f"pages without them {told(paper.reading(time.monotonic() + DRIPPING)())}"
    with dripping(paper.port, SLOW_HEADERS, SLOW_BODIES):
        until = time.monotonic() + DRIPPING
        reading = paper.reading(until)
        waits = []
        while time.monotonic() < until:
            waits.append(paper.recommend())
            time.sleep(1)
        yield pages(reading())
        yield none_refused("recommendations meanwhile", waits)


def turns(paper: Paper) -> Iterator[tuple[bool, str]]:
    """Guests recommend without a pause, each on a connection that stays with one worker."""
    until = time.monotonic() + DRIPPING
    counts = []

    def press() -> Waits:
        guest = Person(paper.port)
        guest.stay()
        while time.monotonic() < until:
            paper.recommend(guest)
        counts.append(len(guest.waits))
        return guest.waits

    yield none_refused("recommendations", all_at_once(GUESTS, press)())
    yield True, f"each guest's: {sorted(counts)}"


SCENES = {
    "locked": locked,
    "comments": comments,
    "release": release,
    "slow": slow,
    "turns": turns,
}


@contextmanager
def opened(workers: int, proxy: str) -> Iterator[Paper]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        instance = folder / "instance"
        hops = {"BOARD_TRUSTED_PROXIES": "1"} if proxy else {}
        server = Server(instance, "--sample", BOARD_WORKERS=str(workers), **hops)
        server.start()
        stack.callback(server.stop)
        log: list[str] = []
        threading.Thread(target=_keep, args=(server, log), daemon=True).start()
        port = stack.enter_context(behind(proxy, server.port, folder))
        log.clear()
        reader = Person(port)
        token = reader.token("/articles/1")
        discussed = [n for n in range(1, 30) if COMMENT_FORM in reader.get(f"/articles/{n}")]
        yield Paper(port, instance / "board.sqlite3", log, token, discussed)


def pages(waits: Waits) -> tuple[bool, str]:
    slowest = max(wait for wait, _ in waits)
    fine = slowest <= MOST_PAGE and {status for _, status in waits} == {200}
    return fine, f"pages {told(waits)}, asked 200 within {MOST_PAGE} s"


def none_refused(what: str, waits: Waits) -> tuple[bool, str]:
    return all(
        status in (200, 303) for _, status in waits
    ), f"{what} {told(waits)}, asked 0 refused"


def told(waits: Waits) -> str:
    seconds = [wait for wait, _ in waits]
    statuses = ", ".join(f"{n} × {status}" for status, n in Counter(s for _, s in waits).items())
    middle, least, most = statistics.median(seconds), min(seconds), max(seconds)
    return f"{statuses}; {least:.2f} to {most:.2f} s, median {middle:.2f}"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _read(reader: Person, until: float) -> Waits:
    while time.monotonic() < until:
        reader.get(PAGES[len(reader.waits) % len(PAGES)])
        time.sleep(0.1)
    return reader.waits


def _keep(server: Server, log: list[str]) -> None:
    for line in server.process.stdout:
        log.append(line.decode(errors="replace"))
