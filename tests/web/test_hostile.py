"""Attacks: forged, malformed and oversized requests, other people's ids, races."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import re
import threading
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import quote, urlencode

import pytest
from flask import Flask

from board.extensions import db
from board.models import (
    ADMIN,
    Article,
    AuditEntry,
    Board,
    Comment,
    Removal,
    Ruling,
    Throttle,
    User,
)
from board.models.screening.screening import Screening
from tests.support.files import picture
from tests.support.vectors import VECTORS

GUEST = {"nickname": "지나던 이", "password": "나무다리"}
WORDS = "이 말은 잃어버리면 안 됩니다"
KOREAN = re.compile("[가-힣]{2}")
TELLTALE = re.compile(
    r"Traceback|sqlalchemy|psycopg|sqlite3|SELECT |INSERT |werkzeug/|Werkzeug|Flask/|Python/"
    r"|site-packages|/board/web/|\.py\b"
)
HEADERS = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cache-Control",
}
HUGE_NUMBERS = ("0", "-1", "2147483648", "9223372036854775808", "9" * 30, "9" * 5000, "1e9", "٣")
FUZZ_SECONDS = int(os.environ.get("BOARD_TEST_FUZZ", 3))
# PostgreSQL compresses before it measures what an index can hold.
INCOMPRESSIBLE = hashlib.shake_256(b"naru").hexdigest(18_000)


def path(article: Article) -> str:
    return f"/articles/{article.id}/comments"


def comments() -> list[Comment]:
    db.session.expire_all()
    return list(db.session.scalars(db.select(Comment).order_by(Comment.id)))


def is_polite(answer) -> bool:
    """A refusal in Korean that tells nothing of how the site is made."""
    return bool(KOREAN.search(answer.text)) and not TELLTALE.search(answer.text)


@pytest.fixture
def draft(board: Board, admin: User) -> Article:
    """An article nobody may know of, with a photo and a file."""
    draft = Article.draft(board=board, by=admin, title="아직 비밀", body="<p>쉿</p>")
    draft.attach(picture(form="PNG"), "비밀.png", by=admin, alt="비밀")
    draft.attach(BytesIO("비밀,1\n".encode()), "비밀.csv", by=admin)
    db.session.commit()
    return draft


def addresses(app: Flask, world: dict, method: str) -> Iterator[str]:
    """Every address of the site that answers this method."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if method in rule.methods:
            values = {name: world[name] for name in rule.arguments}
            yield adapter.build(rule.endpoint, values, method=method)


# Forged requests


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "CROSS-SITE"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost@evil.example"},
        {"Origin": "http://evil.example/http://localhost"},
        {"Origin": "http://["},
        {"Origin": "http://℀.example".encode().decode("latin-1")},
        {"Origin": "localhost"},
    ],
    ids=repr,
)
@pytest.mark.parametrize("htmx", [False, True])
def test_what_another_site_sends_is_refused_and_the_words_are_kept(client, article, headers, htmx):
    fields = {"csrf_token": client.token(), "body": WORDS, **GUEST}
    headers = headers | ({"HX-Request": "true"} if htmx else {})
    answer = client.post(path(article), data=fields, headers=headers)
    assert answer.status_code == 403 and is_polite(answer)
    assert htmx or WORDS in answer.text
    assert comments() == []


@pytest.mark.parametrize("token", [None, "", "x", "가나다", "\udcff", "another's", "a guest's"])
def test_a_foreign_token_is_refused_and_the_text_can_be_sent_again(
    visit, article, reader, other_reader, token
):
    narae = visit(reader)
    wrong = {"another's": visit(other_reader).token(), "a guest's": visit().token()}
    fields = {"body": WORDS}
    if token is not None:
        fields["csrf_token"] = wrong.get(token, token).encode("utf-8", "surrogateescape")
    answer = narae.post(path(article), data=fields)
    assert answer.status_code == 403 and is_polite(answer) and WORDS in answer.text
    assert comments() == []
    fresh = re.search(r'name="csrf_token" value="([^"]+)"', answer.text.split("다시 보내기")[0])[1]
    assert narae.post(path(article), data=fields | {"csrf_token": fresh}).status_code in (303, 403)


def test_the_token_of_a_session_dies_with_it(visit, article, reader):
    narae = visit(reader)
    old = narae.token()
    narae.submit("/session/end")
    narae.sign_in(reader)
    assert narae.post(path(article), data={"csrf_token": old, "body": WORDS}).status_code == 403


def test_signing_in_and_out_cannot_be_forged_either(client, visit, reader):
    names = {"username": "narae", "password": "파란 나룻배 열두 척"}
    assert client.post("/session/new", data=names).status_code == 403
    assert client.get_cookie("naru_session") is None
    narae = visit(reader)
    assert narae.post("/session/end").status_code == 403
    assert narae.get("/account").status_code == 200


def test_a_refused_form_never_leads_to_another_site_and_repeats_no_password(client, article):
    answer = client.post(f"{path(article)}?next=//evil.example", data=GUEST | {"body": WORDS})
    actions = re.findall(r'action="([^"]*)"', answer.text)
    assert all(re.match(r"/(?!/)", action) for action in actions) and actions
    assert GUEST["password"] not in answer.text


def test_another_method_cannot_be_smuggled_in(visit, admin, world):
    hangyeol = visit(admin)
    before = tables()
    for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        for method in ("POST", "DELETE"):
            address = f"/comments/{world['comment_id']}/removal?_method={method}"
            hangyeol.get(address, headers={header: method})
    assert tables() == before


def test_only_get_and_post_are_spoken(app, client, visit, admin, world):
    for visitor in (client, visit(admin)):
        for address in ("/", *addresses(app, world, "GET")):
            for method in ("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"):
                answer = visitor.open(address, method=method, data={"body": "x"})
                assert answer.status_code == 405, (method, address)
                assert is_polite(answer) and "GET" in answer.headers["Allow"]


def test_opening_pages_changes_nothing(app, visit, admin, world, draft):
    hangyeol = visit(admin)
    before = tables()
    for address in addresses(app, world, "GET"):
        for headers in ({}, {"HX-Request": "true"}):
            hangyeol.get(address, headers=headers)
            hangyeol.open(address, method="HEAD", headers=headers)
            hangyeol.open(address, method="OPTIONS", headers=headers)
    assert tables() == before


# Other people's things


def test_a_comment_is_answered_only_under_its_own_article(client, visit, article, draft, admin):
    hidden = draft.comment("초안의 댓글", by=admin)
    db.session.commit()
    for visitor in (client, visit(admin)):
        answer = visitor.submit(path(article), body=WORDS, parent_id=hidden.id, **GUEST)
        assert answer.status_code == 404 and len(comments()) == 1
        assert "초안의 댓글" not in visitor.get(f"{path(article)}/new?parent={hidden.id}").text


@pytest.mark.parametrize("deed", ["edit", "removal", "recommendation", "restoration", "new"])
def test_the_comment_of_a_hidden_article_is_not_there(visit, article, reader, admin, deed):
    comment = article.comment("그때 쓴 말", by=reader)
    article.withdraw(by=admin, reason="오보")
    db.session.commit()
    address = f"/comments/{comment.id}/{deed}"
    if deed == "new":
        address = f"{path(article)}/new?parent={comment.id}"
    for visitor in (visit(), visit(reader)):
        for answer in (visitor.get(address), visitor.submit(address, body="x", reason="ad")):
            assert answer.status_code in (404, 405) and "그때 쓴 말" not in answer.text


@pytest.mark.parametrize("who", ["guest", "reader", "moderator"])
@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_files_and_photos_of_hidden_articles_are_not_there(
    visit, draft, admin, reader, moderator, later, who, state
):
    from datetime import timedelta

    from board import clock

    if state == "scheduled":
        draft.schedule(at=clock.now() + timedelta(days=1), by=admin)
    if state == "withdrawn":
        draft.publish(by=admin)
        draft.withdraw(by=admin, reason="오보")
    db.session.commit()
    person = visit({"guest": None, "reader": reader, "moderator": moderator}[who])
    [photo], [file] = draft.photos, draft.attachments
    for address in (
        photo.address(),
        photo.address(photo.widths[0]),
        file.address(),
        f"/attachments/{file.id}/x",
        f"/attachments/{photo.id}/{photo.name}",
        f"/photos/{file.id}/480.webp",
    ):
        answer = person.get(address)
        assert answer.status_code == 404 and "비밀" not in answer.text, address
    assert visit(admin).get(file.address()).headers["Cache-Control"] == "private, no-store"
    assert visit(admin).get(photo.address()).headers["Cache-Control"] == "private, no-store"


def test_a_withdrawn_draft_cannot_be_told_from_a_missing_article(client, draft, admin):
    draft.withdraw(by=admin, reason="쓰지 않음")
    db.session.commit()
    assert client.get(f"/articles/{draft.id}").status_code == 404


@pytest.mark.parametrize(
    "part",
    ["../file", "..%2ffile", "%2e%2e/file", "file", "1200.JPG", "480.webp%00", "/etc/passwd", "."],
)
def test_a_path_cannot_leave_the_uploads_folder(client, world, part):
    for folder in (f"/photos/{world['photo_id']}", f"/photos/{world['attachment_id']}"):
        assert client.get(f"{folder}/{part}").status_code in (308, 400, 404)
    for address in (
        "/static/../pyproject.toml",
        "/static/%2e%2e/pyproject.toml",
        "/static/..%2fpyproject.toml",
        "/static/css/../../pyproject.toml",
        "/static//etc/passwd",
        "/static/nothing.css",
        "/.git/config",
    ):
        for headers in ({}, {"Accept-Encoding": "gzip"}):
            answer = client.get(address, headers=headers)
            packed = answer.headers.get("Content-Encoding") == "gzip"
            said = gzip.decompress(answer.data) if packed else answer.data
            assert answer.status_code in (308, 404) and b"build-system" not in said, address


def test_an_odd_file_name_downloads_at_its_own_address(client, article, admin):
    for name in ("50%.csv", "a#b.csv", "100%25.csv", "가 나;x=1.csv", "a&b'c.csv", "＂.csv"):
        file = article.attach(BytesIO(f"{name},1\n".encode()), name, by=admin)
        db.session.commit()
        answer = client.get(file.address())
        assert answer.status_code == 200 and answer.text == f"{name},1\n", name
        assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_removed_comment_shows_its_words_to_nobody_again(visit, article, reader, moderator):
    comment = article.comment("주민번호가 적힌 댓글", by=reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="privacy")
    db.session.commit()
    asking = visit()
    address = f"{path(article)}/new?parent={comment.id}"
    for answer in (
        asking.get(f"/articles/{article.id}"),
        asking.get(path(article)),
        asking.get(address),
        asking.htmx(address),
        asking.get(f"/comments/{comment.id}/edit"),
        asking.get(f"/comments/{comment.id}/removal", follow_redirects=True),
        asking.submit(path(article), body=WORDS, parent_id=comment.id, **GUEST),
        visit(moderator).get(address),
    ):
        assert "주민번호" not in answer.text and answer.status_code < 500
    assert len(comments()) == 1


def test_fields_nobody_offered_change_nothing(visit, article, reader, moderator, admin):
    visit(reader).submit(
        path(article),
        body=WORDS,
        user_id=admin.id,
        id=999,
        recommendations_count=99,
        created_at="2001-01-01",
        html="<script>",
        role="admin",
        depth=-5,
    )
    visit().submit(
        "/registration/new",
        username="soram",
        name="정소람",
        password="파란 종이배 아홉",
        fourteen="y",
        terms="y",
        role="admin",
        id=1,
        must_change_password="",
    )
    [comment] = comments()
    assert (comment.user_id, comment.recommendations_count) == (reader.id, 0)
    assert db.session.scalar(User.named("soram")).role == "reader"


# Cookies


@pytest.mark.parametrize(
    "cookie",
    [
        "naru_session=",
        "naru_session=%00",
        "naru_session=\x01",
        "naru_session=" + "x" * 4000,
        "naru_session=' OR 1=1 --",
        "naru_session=\xff\xfe",
        "naru_session=a; naru_session=b",
        "naru_guest=\xe9",
        "naru_guest=" + "g" * 4000,
        "naru_notice=W1siZGFuZ2VyIiwiPHNjcmlwdD4iXV0.aaaaaa.bbbb",
        "naru_notice=é.é.é",
        "naru_notice=...",
        '="\\;;;=,',
        "session=eyJhZG1pbiI6dHJ1ZX0.x.y",
    ],
    ids=lambda cookie: cookie[:30],
)
def test_a_forged_cookie_is_nobodys(app, article, cookie):
    browser = app.test_client(use_cookies=False)
    page = browser.get(f"/articles/{article.id}", headers={"Cookie": cookie})
    assert page.status_code == 200 and "로그인" in page.text and "<script>" not in page.text
    assert browser.get("/account", headers={"Cookie": cookie}).status_code == 303
    assert browser.get("/newsroom/articles", headers={"Cookie": cookie}).status_code == 303
    assert browser.post(path(article), headers={"Cookie": cookie}).status_code in (401, 403)


def test_a_session_id_planted_before_sign_in_is_worthless(client, app, reader):
    client.set_cookie("naru_session", "planted-by-somebody-else")
    client.submit("/session/new", username="narae", password="파란 나룻배 열두 척")
    assert client.get_cookie("naru_session").value != "planted-by-somebody-else"
    assert client.get("/account").status_code == 200
    stranger = app.test_client()
    stranger.set_cookie("naru_session", "planted-by-somebody-else")
    assert stranger.get("/account").status_code == 303


def test_many_sentences_after_a_redirect_still_fit_a_cookie(visit, admin, article):
    hangyeol = visit(admin)
    files = [(BytesIO(b"x"), f"{number}-{'가' * 70}.exe") for number in range(40)]
    answer = hangyeol.post(
        f"/newsroom/articles/{article.id}/attachments",
        data={"csrf_token": hangyeol.token(), "files": files},
        content_type="multipart/form-data",
    )
    [cookie] = [each for each in answer.headers.getlist("Set-Cookie") if "notice" in each]
    assert answer.status_code == 303 and len(cookie) < 4096
    assert "올릴 수 없는 형식" in hangyeol.get(answer.location).text


# Bodies that are not forms of ours


def test_a_request_above_the_size_limit_is_refused_in_korean(visit, article, reader):
    for visitor in (visit(), visit(reader)):
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
            fields = {"csrf_token": visitor.token(), "body": "가" * 1_000_000}
            answer = visitor.post(path(article), data=fields, content_type=kind)
            assert answer.status_code == 413 and is_polite(answer), kind
    assert comments() == []


def test_a_guest_may_not_send_what_only_the_newsroom_uploads(client, article):
    files = {"csrf_token": client.token(), "files": (BytesIO(b"x" * 3_000_000), "a.zip")}
    for address in (path(article), "/newsroom/articles", "/session/new"):
        answer = client.post(address, data=files, content_type="multipart/form-data")
        files["files"] = (BytesIO(b"x" * 3_000_000), "a.zip")
        assert answer.status_code == 413 and is_polite(answer)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_thousand_fields_are_refused(client, article, kind):
    fields = {f"field{number}": "x" for number in range(1000)}
    answer = client.post(
        path(article), data=fields | {"csrf_token": client.token()}, content_type=kind
    )
    assert answer.status_code == 413 and is_polite(answer)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b""),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data"),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"A" * 100_000),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="body"\r\n'
            b"Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-\r\n--x--",
        ),
        ("multipart/form-data; boundary=" + "x" * 300, b"--" + b"x" * 300),
        ("application/x-www-form-urlencoded", b"body=\xff\xfe&nickname=\xed\xa0\x80"),
        ("application/x-www-form-urlencoded", b"body=%ff%fe&nickname=%ed%a0%80&password=%ff"),
        ("application/x-www-form-urlencoded", b"body=%00a%00&nickname=%00&password=%00%00%00%00"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"body=+ADw-script+AD4-"),
        ("application/x-www-form-urlencoded", b"&&&===&;;" * 1000),
        ("application/json", b"[1]"),
        ("application/json", b'{"body": {"a": 1}, "nickname": 3}'),
        ("application/json", json.dumps({"body": "\ud800", "password": "\ud800aaaa"}).encode()),
        ("application/json", b"[" * 100_000),
        ("text/plain", b"body=hello"),
        ("application/xml", b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>"),
        ("x" * 5000, b"a"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_body_that_is_no_form_of_ours_is_refused(client, article, kind, body):
    headers = {"X-CSRF-Token": client.token()}
    for address in (path(article), "/session/new", "/registration/new"):
        answer = client.post(address, data=body, content_type=kind, headers=headers)
        assert 400 <= answer.status_code < 500 and is_polite(answer)
    assert comments() == []


def test_a_form_full_of_nuls_is_stored_by_neither_database_as_it_came(visit, admin, board):
    fields = {
        "board_id": board.id,
        "title": "제\x00목",
        "body": "<p>글\x00</p>",
        "byline": "\x00",
        "source": "시청\x00",
        "subtitles": "부\x00제",
        "once": "a\x00" + INCOMPRESSIBLE,
        "version": "\x00",
        "onward": "\x00",
    }
    hangyeol = visit(admin)
    assert [hangyeol.submit("/newsroom/articles", **fields).status_code for _ in "12"] == [303, 303]
    [article] = db.session.scalars(db.select(Article))
    assert (article.title, article.source, article.subtitles) == ("제목", "시청", ["부제"])


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/newsroom/articles", {"is_notice": "y", "notice_until": "9999-12-31"}),
        ("/newsroom/articles", {"released_on": "0001-01-01", "notice_until": "0000-00-00"}),
        ("/newsroom/publisher/edit", {"visitors_before": "999999999999"}),
        ("/newsroom/publisher/edit", {"links": "이름 http://[\n이름 http://℀.example"}),
        ("/newsroom/publisher/edit", {"registered_on": "9999-12-31", "tip_email": "a@b.c" * 999}),
        ("/newsroom/boards", {"group_id": "9" * 30, "comments_close_days": "9" * 30}),
        ("/newsroom/users", {"username": "a" * 5000, "name": "\x00", "role": "root"}),
        ("/session/new", {"username": INCOMPRESSIBLE, "password": "x" * 90_000}),
        ("/session/new", {"username": "\x00", "password": "\x00", "next": "\x00"}),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_value_no_form_offers_is_no_trouble(visit, admin, board, address, fields):
    required = {"board_id": board.id, "title": "글", "body": "글", "name": "신문"}
    answer = visit(admin).submit(address, **(required | fields))
    assert answer.status_code < 500


def test_numbers_no_row_can_have_lead_nowhere(app, visit, client, admin, world):
    hangyeol = visit(admin)
    for number in HUGE_NUMBERS:
        for rule in app.url_map.iter_rules():
            ids = {name for name in rule.arguments if name.endswith("_id")}
            if not ids:
                continue
            address = re.sub(r"<int:\w+>", quote(number), rule.rule)
            address = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(world[found[1]]), address)
            ask = hangyeol.submit if "POST" in rule.methods else hangyeol.get
            assert ask(address).status_code in (404, 405), (number[:20], address[:80])
        article = f"/articles/{world['article_id']}"
        for query in (
            f"{article}?page=",
            f"{article}/comments?page=",
            f"{article}/comments/new?parent=",
            "/search?q=솔내&page=",
            "/newsroom/audit?page=",
            "/newsroom/users?page=",
        ):
            answer = hangyeol.get(query + quote(number))
            assert answer.status_code in (200, 404), (query, number[:20])
        answer = client.submit(f"{article}/comments", body="x", parent_id=number, **GUEST)
        assert answer.status_code in (303, 404, 409, 422), number[:20]
        place = f"/newsroom/attachments/{world['photo_id']}/position"
        assert hangyeol.submit(place, position=number).status_code < 500


@pytest.mark.parametrize("name", ["a.png", "b.png", "a.hwpx", "b.hwpx", "a.docx", "a.gif"])
def test_a_damaged_file_is_refused_in_korean(visit, admin, article, name):
    hangyeol = visit(admin)
    answer = hangyeol.post(
        f"/newsroom/articles/{article.id}/attachments",
        data={"csrf_token": hangyeol.token(), "files": [(BytesIO(_damaged(name)), name)]},
        content_type="multipart/form-data",
        headers={"HX-Request": "true"},
    )
    said = re.search(r'role="alert">.*?<p>(.*?)</p>', answer.text, re.S)[1]
    assert answer.status_code == 200 and KOREAN.search(said) and not article.enclosures
    assert not re.search("[A-Za-z]{6}", said), said


# Hosts, redirects, headers


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:80", "["])
def test_a_foreign_host_is_turned_away(client, host, caplog):
    for address in ("/", "/articles/1", "/nothing"):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400 and is_polite(answer) and host not in answer.text
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("host", ["LOCALHOST", "Localhost:8000"])
def test_our_host_is_the_same_in_capitals(client, article, host):
    page = client.get(f"/articles/{article.id}", headers={"Host": host})
    assert page.status_code == 200
    origin = {"Host": host, "Origin": f"http://{host.lower()}"}
    data = {"csrf_token": client.token(), "recommended": "yes"}
    address = f"/articles/{article.id}/recommendation"
    assert client.post(address, data=data, headers=origin).status_code == 303


@pytest.mark.parametrize("headers", [{"X-Forwarded-Host": "evil.example"}, {"Forwarded": "host=e"}])
def test_no_address_on_a_page_comes_from_what_the_request_claims(client, article, headers):
    sitemap = f"/sitemaps/{article.published_at:%Y-%m}.xml"
    for address in (f"/articles/{article.id}", "/feeds/articles.rss", "/sitemap.xml", sitemap):
        assert "evil.example" not in client.get(address, headers=headers).text


@pytest.mark.parametrize(
    "next_page",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "http:evil.example",
        "http://[",
        "http://℀.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "evil.example",
        "/\x00",
        "/\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(client, reader, next_page):
    page = client.get(f"/session/new?{urlencode({'next': next_page})}")
    assert page.status_code in (200, 400)
    leads = re.findall(r'(?:href|action|name="next" value)="([^"]*)"', page.text)
    assert leads and not [each for each in leads if re.match(r"[\s/\\]*[/\\][/\\]|\w+:?evil", each)]
    answer = client.submit(
        "/session/new", username="narae", password="파란 나룻배 열두 척", next=next_page
    )
    assert answer.status_code == 303 and answer.location == "/"
    assert "a=b" not in str(answer.headers.getlist("Set-Cookie"))


def test_leading_slashes_redirect_to_no_other_site(client, world):
    for address in ("//evil.example", "//evil.example/", "//evil.example/articles/1", "/\\evil"):
        answer = client.get("/", environ_overrides={"PATH_INFO": address})
        place = answer.headers.get("Location", "")
        assert answer.status_code in (308, 404), address
        assert not place or place.startswith("http://localhost/")


def test_every_answer_says_what_may_be_done_with_it(app, client, visit, admin, world, article):
    hangyeol = visit(admin)
    etag = client.get(f"/articles/{article.id}").headers["ETag"]
    answers = [
        client.get(f"/articles/{article.id}", headers={"If-None-Match": etag}),
        client.get("/nothing"),
        client.get("/search?page=0"),
        client.post(path(article)),
        client.post(path(article), data={"csrf_token": client.token(), "body": "가" * 900_000}),
        client.open("/", method="DELETE"),
        client.get("/a%00b"),
        client.get(f"/attachments/{world['attachment_id']}/{quote('현황.csv')}"),
        client.get(f"/attachments/{world['attachment_id']}/x"),
        client.get("/newsroom/articles"),
        *(
            visitor.get(each)
            for visitor in (client, hangyeol)
            for each in addresses(app, world, "GET")
        ),
    ]
    assert {304, 404, 403, 413, 405, 400, 301, 303, 200} <= {each.status_code for each in answers}
    for answer in answers:
        missing = HEADERS - set(answer.headers.keys())
        assert not missing, (answer.request.path, answer.status, missing)
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]


def test_personal_pages_are_kept_by_nobody_and_public_ones_carry_no_cookie(
    app, client, visit, admin, world
):
    hangyeol = visit(admin)
    for address in addresses(app, world, "GET"):
        anonymous, personal = client.get(address), hangyeol.get(address)
        kept = anonymous.headers["Cache-Control"]
        assert not anonymous.headers.getlist("Set-Cookie"), address
        if "public" in kept:
            assert address.startswith(("/static/", "/photos/")), address
        if personal.mimetype == "text/html" and not address.startswith("/static/"):
            assert "no-store" in personal.headers["Cache-Control"], address
            assert "Cookie" in personal.headers["Vary"]


def test_errors_are_korean_and_give_nothing_away(client, app, article, monkeypatch, caplog):
    def fall(*_):
        raise RuntimeError("the secret is in /etc/naru at line 12: SELECT * FROM users")

    monkeypatch.setattr("board.web.articles.around", fall)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.get(f"/articles/{article.id}", headers=headers)
        assert answer.status_code == 500 and is_polite(answer) and "secret" not in answer.text
        number = re.search(r"번호 ([0-9A-F]{8})", answer.text)[1]
        assert number in caplog.text
    for address in ("/nothing", "/articles/0", "/search?page=x", "/boards/none", "/%ff"):
        assert is_polite(client.get(address))


def test_visitors_cannot_inject_lines_into_the_log(client, app, monkeypatch, caplog):
    def fall(*_):
        raise RuntimeError("x")

    monkeypatch.setattr("board.web.boards.note_reading", fall)
    monkeypatch.setattr("board.models.Board.at", fall)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    assert client.get("/boards/x%0AINFO forged%0D%1b[31m").status_code == 500
    [record] = [each for each in caplog.records if "unexpected" in each.message]
    assert "\n" not in record.message and "\x1b" not in record.message


# Words that look like instructions


@pytest.mark.parametrize("name", ["endpoint", "slug", "_method", "_scheme", "_external", "_anchor"])
def test_a_field_named_like_a_part_of_an_address_is_only_a_field(
    client, visit, admin, article, name
):
    answer = client.get(f"/search?q=솔내&{name}=javascript:alert(1)")
    assert answer.status_code == 200 and 'href="javascript:' not in answer.text
    assert visit(admin).get(f"/newsroom/articles?{name}=x").status_code == 200


@pytest.mark.parametrize(
    "query", ["", "a", "\u3164\u3164", "%_", "'", "\\", "a" * 5000, "가 " * 3000]
)
def test_odd_searches_are_answered(client, visit, admin, article, board, query):
    asked = urlencode({"q": query})
    for address in ("/search", f"/boards/{board.slug}", f"/articles/{article.id}"):
        for headers in ({}, {"HX-Request": "true"}):
            assert client.get(f"{address}?{asked}", headers=headers).status_code == 200, address
    assert visit(admin).get(f"/newsroom/articles?{asked}").status_code == 200


def test_a_word_found_is_never_found_inside_an_entity(client, board, admin):
    title = "<b>amp & quot; lt</b> 'x39'"
    article = Article.draft(board=board, by=admin, title=title, body="<p>amp &amp; lt</p>")
    article.publish(by=admin)
    db.session.commit()
    for query in ("amp", "lt", "quot", "39", "& q", "<b>amp", "b>amp &"):
        page = client.get(f"/search?{urlencode({'q': query})}").text
        [heading] = re.findall(r'<h3>\s*<a [^>]*><span class="t">(.*?)</span>', page)
        plain = re.sub(r"</?mark>", "", heading)
        assert plain == "&lt;b&gt;amp &amp; quot; lt&lt;/b&gt; &#39;x39&#39;", query


def test_hostile_words_stay_words_for_programs_that_read_us(client, article, board, admin):
    from xml.etree import ElementTree

    import feedparser

    scripts = client.get(f"/articles/{article.id}").text.count("<script")
    written = [_text(vector).replace("\x00", "") for vector in VECTORS]
    for words in written:
        places = {"title": words, "subtitles": [words], "byline": words, "source": words}
        Article.draft(board=board, by=admin, body="<p>글</p>", **places).publish(by=admin)
    db.session.commit()
    feed = client.get("/feeds/articles.rss")
    read = feedparser.parse(feed.data)
    assert not read.bozo and len(read.entries) == 30
    ElementTree.fromstring(feed.data)  # noqa: S314 - our own
    sitemap = client.get(f"/sitemaps/{article.published_at:%Y-%m}.xml")
    assert len(ElementTree.fromstring(sitemap.data)) > len(written)  # noqa: S314
    for article in db.session.scalars(db.select(Article)):
        page = client.get(f"/articles/{article.id}").text
        [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        data = json.loads(block)
        assert data["headline"] == article.title and "<" not in block
        assert page.count("<script") == scripts, article.title


# Guessing


def test_concurrent_guesses_are_counted_one_by_one(app, article, guest):
    comment = article.comment("내 댓글", by=guest, **GUEST)
    db.session.commit()
    address = f"/comments/{comment.id}/edit"
    guesses = [{"body": "뺏기", "password": f"틀린 말 {number}"} for number in range(12)]
    statuses = at_once(app, *((None, address, guess) for guess in guesses))
    assert statuses == [422] * 5 + [429] * 7
    assert db.session.scalars(db.select(Throttle.count)).all() == [5, 5]


def test_a_wrong_password_is_written_down(client, reader):
    client.submit("/session/new", username="narae", password="아닌 것")
    client.submit("/session/new", username="nobody", password="아닌 것")
    tries = db.select(AuditEntry).filter_by(action="session.fail").order_by(AuditEntry.id)
    failed = db.session.scalars(tries).all()
    assert [entry.subject_id for entry in failed] == [reader.id, None]
    assert all("아닌 것" not in str(entry.detail) for entry in failed)


def test_who_made_an_account_is_written_down(visit, admin):
    visit(admin).submit("/newsroom/users", username="sebom", name="한세봄", role="reader")
    [entry] = db.session.scalars(db.select(AuditEntry).filter_by(action="user.appoint"))
    assert (entry.actor_id, entry.detail["role"]) == (admin.id, "reader")


# Two at once


def test_the_same_form_sent_by_many_hands_at_once_is_one_comment(app, article):
    form = (None, path(article), {"body": WORDS, "once": "one-use", **GUEST})
    assert at_once(app, *[form] * 6) == [303] * 6
    assert len(comments()) == 1 and article.comments_count == 1


def test_a_comment_removed_by_several_at_once_is_removed_once(app, article, reader, moderator):
    comment = article.comment("광고입니다", by=reader)
    article.comment("남는 댓글", by=reader)
    db.session.commit()
    removal = (moderator, f"/comments/{comment.id}/removal", {"reason": "ad"})
    restoration = (moderator, f"/comments/{comment.id}/restoration", {})
    assert at_once(app, *[removal] * 5) == [303] * 5
    assert count(article) == 1 and len(db.session.scalars(db.select(Removal)).all()) == 1
    assert at_once(app, *[restoration] * 5) == [303] * 5
    assert count(article) == 2
    deeds = [entry.action for entry in db.session.scalars(db.select(AuditEntry))]
    assert deeds.count("comment.remove") == deeds.count("comment.restore") == 1


def test_an_edit_that_crosses_a_removal_changes_no_words_behind_it(
    visit, article, reader, moderator, monkeypatch
):
    comment = article.comment("광고입니다", by=reader)
    db.session.commit()
    bora, screen = visit(moderator), Screening.of
    form = {"reason": "ad", "seen": comment.seen, "csrf_token": bora.token()}
    address = f"/comments/{comment.id}"
    removal = threading.Thread(target=lambda: bora.post(f"{address}/removal", data=form))

    def screen_slowly(draft):
        removal.start()
        removal.join(timeout=1)  # on SQLite it has to wait until the edit is written
        return screen(draft)

    monkeypatch.setattr(Screening, "of", screen_slowly)
    edit = visit(reader).submit(f"{address}/edit", body="그런 말은 안 했습니다")
    removal.join()
    db.session.refresh(comment)
    assert (comment.body, comment.is_removed, edit.status_code) in [
        ("광고입니다", True, 409),
        ("그런 말은 안 했습니다", False, 303),  # and the moderator is told that it changed
    ]


def test_of_two_admins_who_demote_each_other_one_stays_admin(app, admin, reader):
    reader.give_role(ADMIN)
    db.session.commit()
    pairs = [(admin, reader), (reader, admin)]
    statuses = at_once(
        app,
        *((one, f"/newsroom/users/{other.id}/edit", {"role": "reader"}) for one, other in pairs),
    )
    assert statuses[0] == 303 and statuses[1] < 500
    db.session.expire_all()
    assert len(db.session.scalars(User.with_role(ADMIN)).all()) == 1


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/newsroom/articles/{article_id}/withdrawal", {"reason": "오보"}),
        ("/newsroom/users", {"username": "sebom", "name": "한세봄", "role": "reader"}),
        ("/newsroom/groups", {"name": "생활", "slug": "life"}),
        ("/newsroom/publisher/edit", {"name": "새 신문"}),
        ("/session/end", {}),
    ],
)
def test_a_concurrent_change_is_explained_politely(app, admin, world, address, fields):
    statuses = at_once(app, *[(admin, address.format(**world), fields)] * 4)
    assert len(statuses) == 4 and statuses[0] in (201, 303) and statuses[-1] < 500


def test_an_answer_taken_back_and_sent_again_is_no_trouble(visit, article, reader, later):
    from datetime import timedelta

    first = article.comment("처음", by=reader)
    db.session.commit()
    narae = visit(reader)
    fields = {"body": "답", "parent_id": first.id, "once": "the-form"}
    narae.submit(path(article), **fields)
    narae.submit(f"/comments/{comments()[-1].id}/removal")
    later(timedelta(minutes=11))
    assert narae.submit(path(article), htmx=True, **fields).status_code == 200
    assert len(comments()) == 2


# Whatever else


def test_no_random_input_causes_a_server_error(app, client, visit, reader, admin, world):
    """Every address and field, with values from a seeded random generator for some seconds."""
    dice = random.Random(os.environ.get("BOARD_TEST_SEED", "20261122"))  # noqa: S311 - chance, not secrecy
    people = [client, visit(reader), visit(admin)]
    tokens = {id(person): person.token() for person in people}
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "sessions.destroy"]
    dice.shuffle(rules)
    names = """page q sort order board state next parent parent_id body nickname password once
        username name email role title subtitles byline source board_id group_id slug commenting
        recommending comments_close_days position alt caption credit reason note when at text
        released_on is_notice notice_until version onward links visitors_before current
        recommended description phone business_number endpoint _method""".split()
    values = [
        *HUGE_NUMBERS,
        *VECTORS,
        "",
        "가",
        "2026-11-22",
        "y",
        "1",
        "%s%n",
        "../" * 9,
        "a\tb\n",
    ]
    end = time.monotonic() + FUZZ_SECONDS
    asked = 0
    while time.monotonic() < end or asked < len(rules):
        rule = rules[asked % len(rules)]
        asked += 1
        fields = [
            (dice.choice(names), _text(dice.choice(values))) for _ in range(dice.randint(0, 8))
        ]
        address = re.sub(
            r"<(?:\w+:)?(\w+)>",
            lambda found: quote(
                str(world[found[1]] if dice.random() < 0.8 else _text(dice.choice(values))), safe=""
            ),
            rule.rule,
        )[:3000]
        person = dice.choice(people)
        headers = {"HX-Request": "true"} if dice.random() < 0.3 else {}
        if "POST" in rule.methods:
            data = dict(fields) | {"csrf_token": tokens[id(person)]}
            answer = person.post(address, data=data, headers=headers)
        else:
            answer = person.get(f"{address}?{urlencode(fields)[:6000]}", headers=headers)
        told = (rule.endpoint, address[:200], fields)
        assert answer.status_code < 500, told
        if answer.status_code >= 400:
            assert is_polite(answer), told


def at_once(app: Flask, *deeds: tuple[User | None, str, dict]) -> list[int]:
    """Responses to these forms, sent at once from separate browsers."""
    gate, statuses, threads = threading.Barrier(len(deeds)), [], []
    for user, address, fields in deeds:
        visitor = app.test_client()
        if user is not None:
            visitor.sign_in(user)
        data = fields | {"csrf_token": visitor.token()}
        threads.append(threading.Thread(target=send, args=(gate, statuses, visitor, address, data)))
    db.session.commit()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def send(gate: threading.Barrier, statuses: list[int], visitor, address: str, data: dict) -> None:
    gate.wait()
    statuses.append(visitor.post(address, data=data).status_code)


def count(article: Article) -> int:
    db.session.expire_all()
    return article.comments_count


def tables() -> dict[str, list]:
    """All stored data, except when sessions were last used."""
    db.session.rollback()
    stored = {
        table.name: sorted(map(repr, db.session.execute(table.select())))
        for table in db.metadata.sorted_tables
    }
    db.session.rollback()
    return stored


def _damaged(name: str) -> bytes:
    """The bytes of a file that begins as it should and is broken further in."""
    if name == "a.png":
        return b"\x89PNG\r\n\x1a\n\0\0\0\x04IHDR\0\0\0\x01" + b"\0" * 40
    if name == "b.png":
        return picture(form="PNG").getvalue()[:100]
    if name.endswith(".gif"):
        return b"GIF89a\x01\x00\x01\x00\x00\x00\x00," + b"\xff" * 20
    stream = BytesIO()
    method = zipfile.ZIP_LZMA if name == "b.hwpx" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("mimetype", "application/hwp+zip")
    broken = bytearray(stream.getvalue())
    start = 30 + len("mimetype")
    broken[start : start + 12] = b"\xff" * 12
    return bytes(broken)


def _text(value: str) -> str:
    return value.encode("utf-8", "replace").decode()
