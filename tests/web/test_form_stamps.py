"""Form stamps: the signed time at which somebody began to write."""

import re

from board.bots.honeypot import QUICKEST
from tests.access.test_throttling import JOINING


def test_every_request_gets_its_own_uncached_stamp(client):
    first, second = client.get("/stamps/new"), client.get("/stamps/new")
    assert first.mimetype == "text/plain" and first.text != second.text
    assert "no-store" in first.headers["Cache-Control"]


def test_the_page_for_everyone_has_an_empty_field_for_the_stamp(client, article):
    page = client.get(f"/articles/{article.id}").text
    assert '<input type="hidden" name="stamp" data-wait="2">' in page


def test_the_trap_is_hidden_from_readers_and_their_programs_alike(client, article):
    page = client.get(f"/articles/{article.id}").text
    assert re.search(r'<p hidden><label>[^<]+<input name="homepage" autocomplete="off">', page)


def test_a_machine_that_fills_everything_does_not_join(client):
    fields = JOINING | {"username": "narae", "name": "김나래"}
    caught = client.submit("/registration/new", homepage="https://pills.example", **fields)
    assert caught.status_code == 422 and "다시 한 번 눌러 주세요." in caught.text
    assert client.submit("/registration/new", homepage="", **fields).status_code == 303


def test_a_machine_that_fills_everything_cannot_report(client, article, reader):
    comment = article.comment("제 생각입니다.", by=reader)
    address, fields = f"/comments/{comment.id}/reports", {"reason": "ad", "homepage": "x"}
    caught = client.submit(address, **fields)
    assert caught.status_code == 422 and "다시 한 번 눌러 주세요." in caught.text
    assert client.submit(address, **fields | {"homepage": ""}).status_code == 303


def test_a_comment_sent_sooner_than_it_can_be_written_waits_for_a_look(client, article, later):
    words = {"nickname": "물안개", "password": "나무다리"}
    address, stamp = f"/articles/{article.id}/comments", client.get("/stamps/new").text
    said = client.submit(address, htmx=True, body="너무 빠른 말입니다.", stamp=stamp, **words).text
    assert "운영자가 확인한 뒤에 보입니다." in said
    later(QUICKEST)
    said = client.submit(address, htmx=True, body="알맞은 말입니다.", stamp=stamp, **words).text
    assert "댓글을 등록했습니다." in said
