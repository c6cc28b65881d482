"""Readers report a comment, it is hidden until a moderator has looked, and they learn the outcome."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.deeds import (
    PHONE_OR_PLAIN_DESK,
    address_of,
    by_id,
    comment_as_guest,
    comment_with,
    hears,
    words,
)

FLEA_MARKET = "두물군 햅쌀 직거래 장터"
PEOPLE = Path(__file__).resolve().parents[2] / "seeds" / "people.toml"
# Each reports once: a word that was not heeded weighs less the next time.
READERS = (each for each in tomllib.loads(PEOPLE.read_text())["people"] if each["role"] == "reader")


def report(comment: Locator, reason: str) -> None:
    comment.get_by_role("link", name="신고", exact=True).click()
    form = comment.page.locator("form[id^=report-]")
    form.get_by_label(reason).check()
    form.get_by_role("button", name="신고하기").click()


def sign_in_as(page: Page, person: dict[str, str]) -> None:
    page.goto("/session/new")
    form = page.locator("main form").filter(has=page.locator("[name=username]"))
    form.locator("[name=username]").fill(person["username"])
    form.locator("[name=password]").fill(person["password"])
    form.locator("button:not([type=button])").click()
    page.wait_for_url(lambda url: "/session/" not in url)


@PHONE_OR_PLAIN_DESK
def test_a_reported_comment_is_hidden_and_the_reporters_hear_what_became_of_it(
    any_page: Page, open_page: Callable[..., Page], site: str, sign_in
) -> None:
    path = address_of(site, FLEA_MARKET)
    text = words("저 집 쌀은 믿을 수 없습니다.")
    writer = open_page()
    writer.goto(path)
    comment_as_guest(writer, text)

    any_page.goto(path)
    comment = by_id(any_page, comment_with(any_page, text))
    report(comment, "허위")
    hears(any_page, "신고를 받았습니다. 하루 안에 확인합니다.")
    expect(comment).to_contain_text("신고함: 하루 안에 확인합니다")
    expect(comment.locator(".c-text")).to_be_visible()

    for _third in range(3):
        member = open_page(PHONE)
        sign_in_as(member, next(READERS))
        member.goto(path)
        report(by_id(member, comment), "욕설·비방")
        expect(by_id(member, comment)).to_contain_text("신고함")
    expect(by_id(member, comment)).to_contain_text("신고가 들어와 확인하는 동안 가린 댓글입니다.")
    any_page.reload()
    assert text not in any_page.content()

    moderator = open_page()
    sign_in(moderator, "moderator")
    moderator.goto("/moderation")
    card = moderator.locator(".card").filter(has_text=text)
    card.get_by_role("button", name="보이기").click()
    expect(card).to_have_count(0)
    any_page.reload()
    expect(comment).to_contain_text("신고함: 확인하고 그대로 두었습니다")
    expect(comment.locator(".c-text")).to_contain_text(text)
    member.goto("/account")
    mine = member.locator("section").filter(has_text="내가 한 신고").locator("li").first
    expect(mine).to_contain_text("확인하고 그대로 두었습니다")
