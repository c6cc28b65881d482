"""CSRF check: a forged request costs no query, and no refusal waits for whoever is writing."""

import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from board.http.gateway import BUSY, DEADLINE

COMMENT = {"nickname": "강바람", "password": "0000!", "body": "오래 다듬은 한마디"}


@pytest.fixture
def page_was_made(client, article):
    """Error pages stand in the frame of the last page."""
    client.get("/")


@pytest.fixture
def address(article):
    """Where comments of the article are sent."""
    return f"/articles/{article.id}/comments"


@pytest.fixture
def while_somebody_writes(app):
    """`with while_somebody_writes():` another program holds SQLite's write lock."""

    @contextmanager
    def hold():
        path = app.settings.database_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")

    return hold


@pytest.mark.parametrize(
    "forged",
    [
        {"headers": {"Origin": "https://elsewhere.example"}},
        {"headers": {"Sec-Fetch-Site": "cross-site"}},
        {"headers": {"Origin": "null"}},
        {"content_type": "application/json"},
    ],
)
def test_a_forged_request_asks_the_database_nothing(
    page_was_made, visit, reader, address, statements, forged
):
    narae = visit(reader)
    token = narae.token()
    with statements() as made:
        answer = narae.post(address, data={"csrf_token": token, "body": "글"}, **forged)
    assert answer.status_code in (403, 415)
    assert made == []


def test_a_stale_token_is_told_without_a_lock_and_the_words_are_kept(
    page_was_made, client, address, statements
):
    with statements() as made:
        answer = client.post(address, data=COMMENT)
    assert answer.status_code == 403 and COMMENT["body"] in answer.text
    assert made == []


@pytest.mark.one_database
def test_no_refusal_waits_for_whoever_is_writing(
    page_was_made, visit, reader, article, address, while_somebody_writes
):
    narae, guest = visit(reader), visit()
    tokens = {narae: narae.token(), guest: guest.token()}
    asked = [
        (guest, address, {"Origin": "https://elsewhere.example"}, 403),
        (guest, "/newsroom/articles", {}, 401),
        (narae, "/newsroom/articles", {}, 403),
        (narae, "/nowhere", {}, 404),
    ]
    with while_somebody_writes():
        began = time.monotonic()
        for visitor, address, headers, status in asked:
            data = {"csrf_token": tokens[visitor]}
            answer = visitor.post(address, data=data, headers=headers)
            assert answer.status_code == status, address
            assert visitor.get(f"/articles/{article.id}").status_code == 200
        waited = time.monotonic() - began
    assert waited < 5, "one of them waited for the lock"


@pytest.mark.one_database
@pytest.mark.parametrize("htmx", [True, False])
def test_who_cannot_write_in_time_keeps_the_words(
    page_was_made, visit, address, while_somebody_writes, htmx
):
    guest = visit()
    token = guest.token()
    with while_somebody_writes():
        answer = guest.post(
            address,
            data={"csrf_token": token} | COMMENT,
            headers={"HX-Request": "true"} if htmx else {},
            environ_overrides={DEADLINE: time.monotonic()},
        )
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert htmx or COMMENT["body"] in answer.text
    assert COMMENT["password"] not in answer.text
    assert guest.submit(address, **COMMENT).status_code == 303


def test_who_is_one_too_many_keeps_the_words(page_was_made, client, address, statements):
    token = client.token()
    with statements() as made:
        answer = client.post(
            address,
            data={"csrf_token": token} | COMMENT,
            environ_overrides={BUSY: True},
        )
    assert answer.status_code == 503 and COMMENT["body"] in answer.text
    assert made == []


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        ("https://localhost", "https://localhost", 303),
        ("https://localhost", "http://localhost", 403),
        ("https://localhost", "ftp://localhost", 403),
        ("http://localhost", "http://localhost", 303),
        ("http://localhost", "https://localhost", 303),
        ("http://localhost", "chrome-extension://localhost", 403),
    ],
)
def test_a_page_sent_without_encryption_is_not_ours_on_https(
    app, client, address, site, origin, status
):
    """Whoever sits in the network writes such a page; that it names our host proves nothing."""
    app.settings = replace(app.settings, url=site)
    data = {"csrf_token": client.token()} | COMMENT
    answer = client.post(address, data=data, headers={"Origin": origin}, base_url=site)
    assert answer.status_code == status
