"""Stamps of the time at which somebody begins to write."""

import re

from tests.test_pacing import JOINING


def test_each_who_asks_gets_a_stamp_of_their_own_that_nobody_keeps(client):
    first, second = client.get("/stamps/new"), client.get("/stamps/new")
    assert first.mimetype == "text/plain" and first.text != second.text
    assert "no-store" in first.headers["Cache-Control"]


def test_the_page_for_everyone_carries_a_place_for_a_stamp_and_no_stamp(client, article):
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
