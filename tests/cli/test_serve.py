"""The server as it is really run: started, killed while working, started again."""

import http.client
import ipaddress
import re
import sqlite3
import threading
import time
import zlib
from collections import Counter
from contextlib import closing
from urllib.parse import urlencode

import pytest
from click import ClickException

from board.cli.serve import refuse_strangers
from board.config import Settings
from board.extensions import BUSY_MILLISECONDS, db
from board.models import Article, Comment, recount
from tests.cli.serving import Server, ask, free_port
from tests.support.disk import no_room
from tests.support.files import picture
from tests.support.moment import REAL
from tests.support.paper import new_paper

COMMENTERS = 8
BUSY_SECONDS = 1.5
ENOUGH = 200  # comments; all readers together may write three hundred a minute


@pytest.fixture
def told_moment():
    """The real time, which the server keeps."""
    return REAL


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, instance, monkeypatch):
    """The address of an empty database, kept as durably as in real life."""
    monkeypatch.setenv("BOARD_TEST_DURABLE", "1")
    if request.param == "sqlite":
        return f"sqlite:///{instance / 'board.sqlite3'}"
    name = f"killed_{request.getfixturevalue('worker')}"
    return request.getfixturevalue("postgresql")(name)


@pytest.fixture
def paper(database, instance):
    """A paper with one article; a function that opens its application."""
    return new_paper(instance, database)


def comment(server: Server, token: str, body: str) -> int:
    """The status of the answer; each comment comes from an address of its own."""
    fields = {"csrf_token": token, "body": body, "once": f"once-{body}"}
    who, address = {"nickname": "이웃", "password": "1234"}, zlib.crc32(body.encode())
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": str(ipaddress.IPv4Address(address)),
    }
    return server.ask("POST", "/articles/1/comments", urlencode(fields | who), headers)[0]


def test_killing_everything_loses_no_acknowledged_comment_and_doubles_none(
    paper, database, instance
):
    server = Server(instance, BOARD_DATABASE_URL=database, BOARD_TRUSTED_PROXIES="1")
    server.start()
    token = re.search(r'name="csrf_token" value="([^"]+)"', server.get("/articles/1")[1])[1]
    acknowledged, unanswered = [], []

    def keep_commenting(who: int) -> None:
        for number in range(10_000):
            body = f"{who}번 이웃의 {number}번째 말"
            try:
                status = comment(server, token, body)
            except (OSError, http.client.HTTPException):
                unanswered.append(body)
                return
            assert status == 303
            acknowledged.append(body)

    people = [threading.Thread(target=keep_commenting, args=(who,)) for who in range(COMMENTERS)]
    for person in people:
        person.start()
    until = time.monotonic() + BUSY_SECONDS
    while len(acknowledged) < ENOUGH and time.monotonic() < until:
        time.sleep(0.01)
    server.kill()
    for person in people:
        person.join()
    assert len(unanswered) == COMMENTERS

    seconds = server.start()
    for body in unanswered:  # what a reader does: press the button once more
        assert comment(server, token, body) == 303
    server.kill()

    with paper.app_context():
        written = Counter(db.session.scalars(db.select(Comment.body)))
        assert set(written) == {*acknowledged, *unanswered}
        assert set(written.values()) == {1}
        assert sum(recount()) == 0
        db.session.remove()
        db.engine.dispose()
    assert (
        seconds < 15
    )  # no repair step; the goal of 5 s is measured, not tested, on a busy machine


def test_asked_to_stop_it_stops_soon_and_counts_its_last_readers(paper, database, instance):
    server = Server(instance, BOARD_DATABASE_URL=database)
    server.start()
    server.get("/articles/1", **{"User-Agent": "Mozilla/5.0 (Android 14; Mobile)"})
    assert server.stop() < 20
    with paper.app_context():
        assert db.session.get(Article, 1).views_count == 1
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_locked_database_still_serves_pages_and_asks_writers_to_wait(paper, database, instance):
    server = Server(instance)
    server.start()
    try:
        token = re.search(r'name="csrf_token" value="([^"]+)"', server.get("/articles/1")[1])[1]
        lock = sqlite3.connect(instance / "board.sqlite3", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        statuses: list[int] = []
        writers = [
            threading.Thread(target=lambda: statuses.append(comment(server, token, "기다림")))
            for _ in range(4)
        ]
        for writer in writers:
            writer.start()
        time.sleep(0.3)
        for path in ("/", "/articles/1", "/search?q=%EC%86%8C%EC%8B%9D", "/session/new"):
            assert server.get(path)[0] == 200
        for writer in writers:
            writer.join()
        assert statuses == [503] * 4
        lock.execute("ROLLBACK")
        assert comment(server, token, "이제 됩니다") == 303
    finally:
        server.kill()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_second_start_of_the_sample_keeps_the_data_and_takes_comments(paper, instance):
    server = Server(instance, "--sample")
    server.start()
    try:
        page = server.get("/articles/1")[1]
        assert "불이 나간 밤" in page
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        assert comment(server, token, "다시 왔습니다") == 303
    finally:
        server.kill()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_taken_port_is_one_clear_line(paper, database, instance):
    server = Server(instance)
    server.start()
    second = Server(instance, PORT=str(server.port))
    try:
        with pytest.raises(AssertionError, match="다른 번호로 열어 보세요"):
            second.start()
    finally:
        server.kill()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("options", [(), ("--sample",)])
def test_a_sample_is_not_opened_to_other_machines_unless_told_so(paper, instance, options):
    everywhere = {"BOARD_BIND": "0.0.0.0"}  # noqa: S104
    closed, opened = (
        Server(instance, *options, *more, **everywhere) for more in ((), ["--public"])
    )
    try:
        with pytest.raises(AssertionError, match=r"did not start: Error: .*--public\n$"):
            closed.start()
        opened.start()
    finally:
        for server in (closed, opened):
            if server.process:
                server.kill()


def test_a_sample_listens_to_its_own_machine_alone(instance):
    own, others = ("127.0.0.1", "127.0.0.2", "::1", "localhost"), ("::", "192.168.0.7", "nas", "0")
    for address in own:
        refuse_strangers(Settings.for_tests(instance, bind=address))
    for address in others:
        with pytest.raises(ClickException, match="--public"):
            refuse_strangers(Settings.for_tests(instance, bind=address))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("command", ["serve", "user add bada"])
def test_while_another_program_writes_a_command_waits_and_gives_up_in_one_line(
    paper, instance, command
):
    with closing(sqlite3.connect(instance / "board.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        said = ask(instance, command)
        waited = time.monotonic() - began
        other.execute("ROLLBACK")
    assert (said.returncode, said.stderr.count("\n")) == (1, 1)
    assert "database is locked" in said.stderr and "끝난 뒤에" in said.stderr
    assert waited > BUSY_MILLISECONDS / 1000


def test_without_a_database_a_command_gives_up_in_one_line(instance):
    nowhere = f"postgresql://naru@127.0.0.1:{free_port()}/naru"
    said = ask(instance, "serve", BOARD_DATABASE_URL=nowhere)
    assert (said.returncode, said.stderr.count("\n")) == (1, 1)
    assert "refused" in said.stderr


def test_on_a_full_disk_a_command_gives_up_in_one_line(paper, database, instance):
    photo = instance / "나루.jpg"
    photo.write_bytes(picture().getvalue())
    command = f"release import {photo} --board solnae"
    known = {"BOARD_DATABASE_URL": database, "BOARD_SECRET_KEY": "a key that need not be written"}
    with no_room():
        said = ask(instance, command, **known)
    assert (said.returncode, said.stderr.count("\n")) == (1, 1), said.stderr
    assert "쓰지 못했습니다" in said.stderr
