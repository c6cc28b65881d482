"""The page cache: everybody's pages come from memory, as they are now; anybody's own never do."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import pytest

from board.data_version import data_version
from board.extensions import db
from board.http import page_cache, shared_pages
from board.http.front import Front
from board.http.page_cache import PageCache
from board.jobs.views import note_hit
from board.pages.look import BY_COOKIE
from tests.http.test_front import Connection, Headers, Scope
from tests.test_data_version import wait_for_the_poll

PHONE = "Mozilla/5.0 (Linux; Android 15) Chrome/150.0"


@dataclass
class Site:
    """The application behind its front; `made` is what it was asked for."""

    front: Front
    pages: PageCache
    made: list[str] = field(default_factory=list)
    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    def get(self, path: str, **headers: str) -> Connection:
        return self.get_all([(path, headers)])[0]

    def get_all(self, asked: Iterable[tuple[str, dict[str, str]]]) -> list[Connection]:
        """Ask for all of them at once."""

        async def ask() -> list[Connection]:
            answers = []
            async with asyncio.TaskGroup() as tasks:
                for path, headers in asked:
                    answers.append(Connection())
                    tasks.create_task(self.front.__rsgi__(scope_of(path, headers), answers[-1]))
            return answers

        # In a thread of its own: the browser's tests may have an event loop running in this one.
        return self.thread.submit(asyncio.run, ask()).result()


def scope_of(path: str, headers: dict[str, str]) -> Scope:
    path, _, query = path.partition("?")
    method = headers.pop("method", "GET")
    sent = {"host": "localhost", "user-agent": PHONE, "accept-encoding": "gzip"}
    named = {name.replace("_", "-"): value for name, value in (sent | headers).items()}
    return Scope(method, path, query, Headers({name: [value] for name, value in named.items()}))


def text(answer: Connection) -> str:
    packed = dict(answer.headers).get("content-encoding") == "gzip"
    return (gzip.decompress(answer.body) if packed else answer.body).decode()


@pytest.fixture
def site(app, monkeypatch) -> Site:
    monkeypatch.setattr(shared_pages, "LIFE", 60)
    made: list[str] = []

    def noted(environ, start_response):
        made.append(f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        return app(environ, start_response)

    pages = PageCache(app, 2**20, BY_COOKIE, lambda: "nothing was written")
    return Site(Front(noted, 4, pages=pages, seen=note_hit(app)), pages, made)


def test_a_page_is_made_once_and_given_to_everybody(site, article):
    first, second = site.get(f"/articles/{article.id}"), site.get(f"/articles/{article.id}")
    assert len(site.made) == 1
    assert (second.status, second.headers, second.body) == (200, first.headers, first.body)
    assert article.title in text(second)
    assert "set-cookie" not in dict(second.headers)


def test_who_has_it_already_is_told_so(site, article):
    etag = dict(site.get(f"/articles/{article.id}").headers)["etag"]
    known = site.get(f"/articles/{article.id}", if_none_match=etag)
    assert (known.status, known.body, len(site.made)) == (304, b"", 1)
    assert dict(known.headers)["etag"] == etag and "content-type" not in dict(known.headers)
    head = site.get(f"/articles/{article.id}", method="HEAD")
    assert (head.status, head.body, len(site.made)) == (200, b"", 1)


def test_all_who_come_at_once_wait_for_one(site, article):
    answers = site.get_all([(f"/articles/{article.id}", {})] * 20)
    assert len(site.made) == 1
    assert {(answer.status, answer.body) for answer in answers} == {(200, answers[0].body)}


def test_a_reader_who_leaves_takes_the_page_from_nobody(site, article):
    """Three ask at once; the second closes the browser while the page is being made."""
    path = f"/articles/{article.id}"

    async def ask() -> list[Connection]:
        answers = [Connection() for _ in range(3)]
        asking = [
            asyncio.create_task(site.front.__rsgi__(scope_of(path, {}), each)) for each in answers
        ]
        await asyncio.sleep(0)
        asking[1].cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        return answers

    first, _, third = site.thread.submit(asyncio.run, ask()).result()
    assert (first.status, third.status, len(site.made)) == (200, 200, 1)


def test_what_is_written_is_read_at_once(site, app, article, guest):
    site.pages.version = data_version(app.settings.database_url).now
    site.thread.submit(site.pages.version).result()
    wait_for_the_poll()
    assert site.thread.submit(site.pages.version).result() is not None
    assert "나룻배가 늦네요" not in text(site.get(f"/articles/{article.id}"))
    article.comment("나룻배가 늦네요", by=guest, nickname="강바람", password="돌다리")
    db.session.commit()
    wait_for_the_poll()
    assert "나룻배가 늦네요" in text(site.get(f"/articles/{article.id}"))


def test_nothing_is_older_than_a_second(site, article, monkeypatch):
    monkeypatch.setattr(shared_pages, "LIFE", 0.05)
    site.get("/")
    time.sleep(0.1)
    site.get("/")
    assert len(site.made) == 2


def test_a_page_for_somebody_is_made_for_nobody_else(site, article, visit, reader):
    place = f"/articles/{article.id}"
    own = f"naru_session={visit(reader).get_cookie('naru_session').value}"
    shown = text(site.get(place, cookie=own))
    assert reader.name in shown and reader.name not in text(site.get(place))
    assert reader.name in text(site.get(place, cookie=own))
    assert len(site.made) == 3
    for cookie in ("naru_guest=somebody", "naru_notice=said", "naru_look=m.dark; naru_guest=x"):
        site.get(place, cookie=cookie)
    assert len(site.made) == 6
    twice = {"cookie": "shop=1"}
    assert site.get(place, **twice).status == 200 and len(site.made) == 7
    site.get(place, **twice)
    assert len(site.made) == 7


def test_each_reader_gets_the_chosen_size(site, article):
    assert 'data-size="xl"' not in text(site.get("/"))
    large = site.get("/", cookie="naru_look=xl.auto")
    assert 'data-size="xl"' in text(large)
    assert site.get("/", cookie="naru_look=xl.auto").body == large.body
    assert len(site.made) == 2
    site.get("/", cookie="naru_look=evil")
    site.get("/", cookie="naru_look=worse")
    assert len(site.made) == 3


def test_what_a_page_does_not_know_neither_splits_nor_poisons_it(site, board, article):
    place = f"/boards/{board.slug}"
    odd = site.get(f"{place}?utm_source=<evil>&page=1&evil=1", x_forwarded_host="evil.example")
    assert site.get(f"{place}?page=1&fbclid=abc").body == odd.body
    assert len(site.made) == 1
    assert "evil" not in text(odd) and "utm" not in text(odd)
    own = site.get(f"{place}?utm_source=evil&sort=viewed", cookie="naru_guest=somebody")
    assert "evil" not in text(own) and "sort=viewed" in text(own)


def test_a_host_that_is_not_ours_gets_and_leaves_nothing(site, article):
    assert site.get("/").status == 200
    assert site.get("/", host="evil.example").status == 400
    assert "evil.example" not in text(site.get("/"))


def test_fragments_and_pages_and_their_compression_are_kept_apart(site, board, article):
    place = f"/boards/{board.slug}"
    page, part = site.get(place), site.get(place, hx_request="true")
    plain = site.get(place, accept_encoding="identity")
    assert "<html" in text(page) and "<html" not in text(part)
    assert plain.body.decode() == text(page)
    for headers in ({}, {"hx_request": "true"}, {"accept_encoding": "identity"}):
        site.get(place, **headers)
    assert len(site.made) == 3


def test_searches_and_forms_are_asked_of_the_application(site, board, article):
    for place in (f"/boards/{board.slug}?q=쉼터", "/search?q=쉼터", "/session/new", "/healthz"):
        site.get(place)
        site.get(place)
    assert len(site.made) == 8


def test_a_proxy_may_keep_for_a_second_what_is_for_everybody(app, visit, article, reader):
    app.settings = replace(app.settings, trusted_proxies=1)
    place = f"/articles/{article.id}"
    other_shop = visit()
    other_shop.set_cookie("shop", "1")
    asked = (visit(), visit(reader), other_shop)
    told = [each.get(place).headers.get("X-Accel-Expires") for each in asked]
    assert told == ["1", None, None]
    assert "X-Accel-Expires" not in visit().get("/articles/7").headers


def test_what_is_not_there_is_not_kept(site):
    assert [site.get("/articles/7").status for _ in range(2)] == [404, 404]
    assert len(site.made) == 2


def test_readers_of_a_kept_page_are_counted(site, article, settle):
    place = f"/articles/{article.id}"
    for number in range(3):
        site.get(place, user_agent=f"{PHONE} {number}")
    site.get(place, user_agent="Yeti/1.1 (+http://naver.me/spd)")
    site.get(place, user_agent=f"{PHONE} 9", sec_purpose="prefetch")
    site.get(place, user_agent=f"{PHONE} 8", method="HEAD")
    settle()
    db.session.expire_all()
    assert article.views_count == 3 and len(site.made) == 1


def test_the_least_recently_used_pages_make_room(site, article):
    site.pages.room = 40_000
    for number in range(1, 40):
        site.get(f"/articles/{article.id}?order={number}")
    pages = site.pages
    assert 0 < pages.size <= 40_000 and pages.size == sum(
        len(page.answer.body) + page_cache.OVERHEAD for page in pages.pages.values()
    )
    made = len(site.made)
    site.get(f"/articles/{article.id}?order=39")
    assert len(site.made) == made
