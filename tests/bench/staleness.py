"""Benchmark of freshness: how long readers at any worker are shown what was, after each change.

`python -m tests.bench staleness [--rounds 200] [--workers 2]` serves a paper and changes it from
another process; readers keep their connections, and with them their workers. Prints the longest that
each kind of change went unseen; 1 when one took more than a second.
"""

from __future__ import annotations

import argparse
import http.client
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from board.application import Naru
from board.config import sqlite_url
from board.extensions import db
from board.models import Article, Guest, User
from tests.cli.serving import Server
from tests.support.paper import new_paper

READERS = 8  # so many that each of a few workers has some
MOST_STALE = 1.0  # seconds


class Change(NamedTuple):
    """What was changed a moment ago, the page that shows it, and whether `text` stands there now."""

    what: str
    path: str
    text: str
    there: bool = True


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench staleness")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        instance.mkdir(mode=0o700)
        app = new_paper(instance, sqlite_url(instance))
        server = Server(instance, BOARD_WORKERS=str(told.workers))
        server.start()
        try:
            longest = unseen(app, server.port, told.rounds)
        finally:
            server.stop()
    for what, seconds in longest.items():
        sys.stdout.write(f"{'✓' if seconds <= MOST_STALE else '✗'} {what}: {seconds:.3f} s\n")
    return int(max(longest.values()) > MOST_STALE)


def unseen(app: Naru, port: int, rounds: int) -> dict[str, float]:
    """For each kind of change the longest time, in seconds, after which a reader asked and was
    still shown what was."""
    readers = [http.client.HTTPConnection("127.0.0.1", port, timeout=20) for _ in range(READERS)]
    longest: dict[str, float] = {}
    with app.app_context():
        for number in range(rounds):
            for change in _changes(number, lambda path: [_page(each, path) for each in readers]):
                began = time.monotonic()
                stale = max(_stale_for(each, change, began) for each in readers)
                longest[change.what] = max(longest.get(change.what, 0.0), stale)
        db.session.remove()
        db.engine.dispose()
    for each in readers:
        each.close()
    return longest


def _changes(number: int, read) -> Iterator[Change]:
    """Each change as soon as it is committed; the pages that show it have been read before."""
    page, editor = "/articles/1", db.session.get(User, 1)
    article, guest = db.session.get(Article, 1), Guest(f"guest-{number}")
    said = f"{number}번 나루에서 읽었습니다."
    read(page)
    comment = article.comment(said, by=guest, nickname="이웃", password="돌다리")
    db.session.commit()
    yield Change("a comment", page, said)
    comment.take_back(by=guest)
    db.session.commit()
    yield Change("a comment taken back", page, said, there=False)
    article.recommend(by=guest)
    db.session.commit()
    yield Change("a recommendation", page, f'추천 <b class="num">{article.recommendations_count}<')
    title = f"솔내 나루터 {number}호"
    for path in ("/", "/boards/solnae"):
        read(path)
    article.revise(by=editor, title=title)
    db.session.commit()
    for path in ("/", "/boards/solnae", page):
        yield Change(f"a headline at {path}", path, title)
    article.withdraw(by=editor)
    db.session.commit()
    yield Change("a withdrawn article", "/boards/solnae", title, there=False)
    article.reinstate(by=editor)
    db.session.commit()
    yield Change("an article that is back", "/boards/solnae", title)


def _stale_for(reader: http.client.HTTPConnection, change: Change, began: float) -> float:
    """Seconds from the change to this reader's last question that was answered with what was."""
    stale = 0.0
    while True:
        asked = time.monotonic() - began
        if (change.text in _page(reader, change.path)) == change.there:
            return stale
        stale = asked
        if stale > 10 * MOST_STALE:
            raise AssertionError(f"{change.what} is never seen at {change.path}")


def _page(reader: http.client.HTTPConnection, path: str) -> str:
    reader.request("GET", path, headers={"User-Agent": "Mozilla/5.0 (Android 15; Mobile)"})
    return reader.getresponse().read().decode()
