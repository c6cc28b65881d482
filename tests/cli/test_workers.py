"""Several server processes: one is killed or renewed, and readers notice nothing."""

import os
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from board.extensions import db
from board.models import Article, Guest, Session, User, recount
from tests.bench.staleness import MOST_STALE, unseen
from tests.cli.serving import Server
from tests.support.moment import REAL
from tests.support.paper import new_paper

WORKERS = 2
PEOPLE = 50  # of whom some are members, some guests with a cookie, the others nobody we know
READERS = 6
PATIENCE = 30  # seconds


@pytest.fixture
def told_moment():
    """The real time, which the server keeps."""
    return REAL


@pytest.fixture
def paper(instance, monkeypatch):
    monkeypatch.setenv("BOARD_TEST_DURABLE", "1")
    return new_paper(instance, f"sqlite:///{instance / 'board.sqlite3'}")


@pytest.fixture
def server(paper, instance):
    server = Server(instance, BOARD_WORKERS=str(WORKERS), BOARD_TRUSTED_PROXIES="1")
    server.start()
    yield server
    server.kill()


class Readers:
    """Context manager: people who read all the time, each from another address, on new connections.
    `seen` are the statuses they got; 0 stands for no answer."""

    def __init__(self, server: Server) -> None:
        self.server, self.seen, self.leave = server, [], threading.Event()
        self.people = [threading.Thread(target=self._read, args=(n,)) for n in range(READERS)]

    def __enter__(self) -> "Readers":
        for each in self.people:
            each.start()
        return self

    def __exit__(self, *_) -> None:
        self.leave.set()
        for each in self.people:
            each.join()

    def _read(self, who: int) -> None:
        browser = {"User-Agent": "Mozilla/5.0 (Android 15)", "X-Forwarded-For": f"203.0.113.{who}"}
        while not self.leave.is_set():
            try:
                self.seen.append(self.server.get("/articles/1", **browser)[0])
            except OSError:
                self.seen.append(0)
            time.sleep(0.01)


def workers_of(server: Server) -> set[int]:
    """The process ids of the workers."""
    place = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return {int(each) for each in place.read_text().split()}


def wait_until(true) -> None:
    until = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    assert true()


def test_workers_are_renewed_one_after_the_other_and_nobody_is_refused(server):
    old = workers_of(server)
    assert len(old) == WORKERS
    with Readers(server) as readers:
        os.kill(server.process.pid, signal.SIGHUP)
        wait_until(lambda: len(workers_of(server)) == WORKERS and not old & workers_of(server))
    assert len(readers.seen) > READERS and set(readers.seen) == {200}


def test_a_killed_worker_is_replaced_and_the_counters_agree(server, paper):
    victim = min(workers_of(server))
    with Readers(server) as readers:
        wait_until(lambda: len(readers.seen) > 2 * READERS)
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda: len(workers_of(server) - {victim}) == WORKERS)
        time.sleep(2)  # what was read is counted after a second
    assert set(readers.seen[-READERS:]) == {200}
    server.stop()
    with paper.app_context():
        assert db.session.get(Article, 1).views_count == READERS
        assert sum(recount()) == 0
        db.session.remove()
        db.engine.dispose()


def test_readers_at_every_worker_see_a_change_within_a_second(server, paper):
    longest = unseen(paper, server.port, rounds=2)
    assert len(longest) >= 6 and max(longest.values()) <= MOST_STALE, longest


class Visitor(NamedTuple):
    """Somebody at a browser: the name that the site shows (none for guests), what the browser sends,
    and whether the article's recommendation is theirs."""

    name: str = ""
    cookie: str = ""
    recommended: bool = False


@pytest.fixture
def visitors(paper):
    with paper.app_context():
        article = db.session.get(Article, 1)
        visitors = []
        for number in range(PEOPLE):
            author, visitor = None, Visitor()
            if number % 3 == 0:
                author = User.join(
                    f"member{number}", f"회원{number:02}", "나룻배 열두 척이 강을 건넌다"
                )
                visitor = Visitor(
                    author.name, f"naru_session={Session.start(author)[1]}", bool(number % 2)
                )
            elif number % 3 == 1:
                secret = f"the-cookie-of-guest-number-{number:02}"
                author, visitor = (
                    Guest(secret),
                    Visitor("", f"naru_guest={secret}", bool(number % 2)),
                )
            if visitor.recommended:
                article.recommend(by=author)
            visitors.append(visitor)
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return visitors


def test_fifty_people_at_once_see_nothing_of_each_other(server, visitors):
    """Members, guests with a cookie and strangers, at every worker, each page asked for many times."""

    def tokens(visitor: Visitor) -> set[str]:
        found = set()
        for page in ("/articles/1", "/boards/solnae", "/", "/articles/1/comments?order=best") * 3:
            status, text = server.get(page, Cookie=visitor.cookie)
            assert status == 200
            assert set(re.findall(r"회원\d\d", text)) == ({visitor.name} - {""}), (visitor, page)
            pressed = 'id="recommend-button" aria-pressed="true"' in text
            assert pressed == (visitor.recommended and page == "/articles/1"), (visitor, page)
            found |= set(re.findall(r'name="csrf_token" value="?([^">]+)', text))
        return found

    with ThreadPoolExecutor(PEOPLE) as people:
        given = list(people.map(tokens, visitors))
    theirs = [each for each, visitor in zip(given, visitors, strict=True) if visitor.name]
    assert all(theirs) and len(set().union(*theirs)) == sum(map(len, theirs))
