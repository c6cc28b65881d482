"""Display preferences: text size and theme."""

import re
from html import unescape

import pytest


def choose(client, **fields):
    return client.submit("/preferences", **({"next": "/"} | fields))


def test_a_reader_with_weak_eyes_makes_the_text_larger_on_every_page(client, article):
    here = f"/articles/{article.id}"
    answer = choose(client, size="l", next=here)
    assert answer.status_code == 303 and answer.location == here
    for address in (here, "/", "/session/new", "/no/such/page"):
        assert 'data-size="l"' in client.get(address).text, address
    pressed = '<button class="btn" name="size" value="l" aria-pressed="true">크게</button>'
    assert pressed in client.get("/").text


def test_a_reader_without_javascript_comes_back_to_the_buttons(client, board):
    assert 'action="/preferences#looks"' in client.get("/").text


def test_size_and_theme_are_chosen_apart(client, board):
    choose(client, size="xl")
    choose(client, theme="dark")
    page = client.get("/").text
    assert 'data-size="xl"' in page and 'data-theme="dark"' in page
    assert '<meta name="color-scheme" content="dark">' in page
    assert 'content="#ffffff"' not in page


def test_the_cookie_holds_a_choice_and_nothing_else(client, board):
    cookie = choose(client, size="l").headers["Set-Cookie"]
    assert cookie.startswith("naru_look=l.auto; ")
    assert "SameSite=Lax" in cookie and "Max-Age=31536000" in cookie and "Path=/" in cookie


def test_who_goes_back_to_the_usual_shares_the_pages_of_everyone_again(client, visit, board):
    plain = visit().get("/")
    choose(client, size="l")
    assert client.get("/").data != plain.data
    choose(client, size="m")
    assert client.get_cookie("naru_look") is None
    assert client.get("/").data == plain.data


def test_a_press_with_a_script_is_the_same(client, board):
    answer = client.submit("/preferences", htmx=True, size="l", next="/boards/solnae")
    assert answer.status_code == 303 and answer.location == "/boards/solnae"
    assert 'data-size="l"' in client.get("/boards/solnae").text


@pytest.mark.parametrize("fields", [{"size": "huge"}, {"theme": '"><script>'}, {"size": ""}])
def test_an_unknown_preference_is_refused(client, fields):
    answer = choose(client, **fields)
    assert answer.status_code == 400
    assert client.get_cookie("naru_look") is None


@pytest.mark.parametrize("cookie", ["huge.dark", "l", "l.auto.x", '"><script>', "l.dark\x00"])
def test_a_cookie_we_never_gave_changes_nothing(client, board, cookie):
    client.set_cookie("naru_look", cookie)
    answer = client.get("/")
    assert answer.status_code == 200
    assert 'data-size="' not in answer.text and 'data-theme="' not in answer.text


def test_the_way_back_never_leads_elsewhere(client, board):
    for elsewhere in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert choose(client, size="l", next=elsewhere).location == "/"


def test_a_page_that_answers_a_form_offers_no_way_to_lose_the_words(client, article):
    address = f"/articles/{article.id}/comments"
    answer = client.submit(address, nickname="강바람", password="0000!", body=" ")
    assert answer.status_code == 422
    assert 'name="size"' not in answer.text
    assert 'name="size"' in client.get(f"/articles/{article.id}").text


def test_the_way_back_keeps_page_and_search(client, board):
    here = "/boards/solnae?q=%EB%82%98%EB%A3%A8&sort=viewed"
    back = re.search('name="next" value="([^"]*)"', client.get(here).text)[1]
    assert choose(client, size="l", next=unescape(back)).location == here
