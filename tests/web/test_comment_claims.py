"""Guest access to a hidden comment without a cookie: the password first, then its text."""

import re
from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment, Ruling, Throttle

WORDS = "쉼터 물맛이 이상합니다."
GUEST = {"nickname": "지나던 이", "password": "나무다리"}
FLAGS = [{"phase": "links", "why": "다른 사이트 링크", "what": ["money.example"]}]


@pytest.fixture
def held(article, guest):
    comment = article.comment(WORDS, by=guest, **GUEST)
    comment.hold_back("machine", FLAGS)
    return comment


@pytest.fixture
def address(held):
    return f"/comments/{held.id}"


def body_of(comment):
    db.session.expire_all()
    return db.session.get(Comment, comment.id).body


def claim_in(page: str) -> str:
    return re.search(r'name="claim" value="([^"]+)"', page)[1]


@pytest.mark.parametrize("htmx", [True, False])
def test_a_guest_shows_whose_it_is_and_then_puts_it_right(client, held, address, htmx):
    page = (client.htmx if htmx else client.get)(f"{address}/edit").text
    assert f'action="{address}/claims"' in page and "비밀번호" in page and WORDS not in page
    box = client.submit(f"{address}/claims", htmx=htmx, password="나무다리")
    assert box.status_code == 200 and WORDS in box.text and 'name="password"' not in box.text
    assert ("<!doctype html>" in box.text) is not htmx
    assert box.headers["Cache-Control"] == "private, no-store"
    sent = client.submit(
        f"{address}/edit", htmx=htmx, body="물맛이 좋습니다.", claim=claim_in(box.text)
    )
    assert sent.status_code == (200 if htmx else 303) and body_of(held) == "물맛이 좋습니다."


@pytest.mark.parametrize("htmx", [True, False])
def test_a_wrong_password_shows_nothing(client, held, address, htmx):
    answer = client.submit(f"{address}/claims", htmx=htmx, password="돌다리")
    assert answer.status_code == 422 and "비밀번호가 맞지 않습니다" in answer.text
    assert WORDS not in answer.text and f'action="{address}/claims"' in answer.text


def test_guessing_is_slowed_down_here_too(client, held, address):
    answers = [client.submit(f"{address}/claims", password=f"{each}") for each in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [429]
    assert client.submit(f"{address}/claims", password="나무다리").status_code == 429


def test_a_claim_for_one_comment_opens_no_other(client, article, guest, held, address):
    claim = claim_in(client.submit(f"{address}/claims", password="나무다리").text)
    other = article.comment("딴 말입니다.", by=guest, **GUEST)
    answer = client.submit(f"/comments/{other.id}/edit", body="뺏기", claim=claim)
    assert answer.status_code == 422 and body_of(other) == "딴 말입니다."


@pytest.mark.parametrize("claim", ["", "1.1", "1.1.abc.def", "가나.다라.마바", "x" * 5000])
def test_a_forged_claim_opens_no_comment(client, held, address, claim):
    answer = client.submit(f"{address}/edit", body="뺏기", claim=claim)
    assert answer.status_code == 422 and 'name="password"' in answer.text
    assert body_of(held) == WORDS


def test_a_claim_is_valid_for_this_text_only(client, held, address):
    claim = claim_in(client.submit(f"{address}/claims", password="나무다리").text)
    held.edit("그사이 고친 말", warned=True)
    again = client.submit(f"{address}/edit", body="또 고친 말", claim=claim)
    assert again.status_code == 422 and body_of(held) == "그사이 고친 말"


def test_a_claim_is_valid_for_half_an_hour(client, held, address, later):
    claim = claim_in(client.submit(f"{address}/claims", password="나무다리").text)
    later(timedelta(minutes=31))
    late = client.submit(f"{address}/edit", body="너무 늦은 말", claim=claim)
    assert late.status_code == 422 and 'name="password"' in late.text
    assert "너무 늦은 말" in late.text and body_of(held) == WORDS


def test_a_claim_is_kept_when_the_form_comes_back(client, held, address):
    claim = claim_in(client.submit(f"{address}/claims", password="나무다리").text)
    page = client.submit(f"{address}/edit", body="", claim=claim).text
    assert claim_in(page) == claim and 'name="password"' not in page


def test_the_browser_that_wrote_it_is_known(visit, guest, held, address):
    browser = visit()
    browser.set_cookie("naru_guest", guest.token)
    page = browser.get(f"{address}/edit").text
    assert WORDS in page and f"{address}/claims" not in page


def test_a_shown_comment_is_edited_without_a_detour(client, article, guest):
    comment = article.comment(WORDS, by=guest, **GUEST)
    page = client.get(f"/comments/{comment.id}/edit").text
    assert WORDS in page and "/claims" not in page


def test_a_removed_comment_cannot_be_claimed(client, held, moderator, address):
    Ruling.make(moderator, "remove", {held: held.seen}, reason="abuse")
    answer = client.submit(f"{address}/claims", password="나무다리")
    assert answer.status_code == 409 and WORDS not in answer.text


def test_no_member_claims_it(visit, other_reader, held, address):
    answer = visit(other_reader).submit(f"{address}/claims", password="나무다리")
    assert answer.status_code == 403 and WORDS not in answer.text
    assert db.session.scalar(db.select(Throttle)) is None
