"""Joining, signing in and out, and the page of one's own."""

from __future__ import annotations

import re
import urllib.request
from itertools import count
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from board.models.rate_limits import LIMITS
from tests.browser.deeds import (
    DESK_OR_PLAIN_PHONE,
    PHONE_OR_PLAIN_DESK,
    address_of,
    comment_with,
    fill_comment,
    hears,
    words,
)

PHRASE = "노란 돛단배 열한 척"
_numbers = count(1)


def test_a_stranger_joins_signs_out_and_comes_back(any_page: Page, forgive) -> None:
    forgive("422")
    number = next(_numbers)
    any_page.goto("/session/new")
    any_page.get_by_role("link", name="가입하기").click()
    any_page.get_by_label("아이디").fill(f"dolbat{number}")
    any_page.get_by_label("이름(별명)").fill(f"돌밭이웃{number}")
    any_page.locator("[name=password]").fill("12345678")
    any_page.get_by_label("만 14세 이상입니다").check()
    any_page.get_by_label("이용약관").check()
    any_page.get_by_role("button", name="가입하기").click()
    expect(any_page.locator("[name=password]")).to_have_attribute("aria-invalid", "true")
    expect(any_page.get_by_label("아이디")).to_have_value(f"dolbat{number}")

    any_page.locator("[name=password]").fill(PHRASE)
    any_page.get_by_role("button", name="가입하기").click()
    hears(any_page, f"돌밭이웃{number} 님, 가입했습니다.")

    any_page.get_by_role("button", name="로그아웃").click()
    hears(any_page, "로그아웃했습니다.")
    any_page.get_by_role("link", name="로그인").click()
    any_page.get_by_label("아이디").fill(f"dolbat{number}")
    any_page.locator("[name=password]").fill(PHRASE)
    any_page.locator("main").get_by_role("button", name="로그인").click()
    any_page.get_by_role("link", name="내 글").click()
    expect(any_page.get_by_role("heading", level=1)).to_have_text(f"돌밭이웃{number}")


@DESK_OR_PLAIN_PHONE
def test_a_wrong_password_is_told_and_the_name_is_kept(any_page: Page, people, forgive) -> None:
    forgive("422")
    reader = people["reader"]
    any_page.goto("/session/new")
    any_page.get_by_label("아이디").fill(reader["username"])
    any_page.locator("[name=password]").fill("이것이 아닙니다")
    any_page.locator("main").get_by_role("button", name="로그인").click()
    expect(any_page.get_by_role("alert")).to_contain_text("아이디나 비밀번호가 맞지 않습니다.")
    expect(any_page.get_by_role("alert")).to_be_focused()
    expect(any_page.get_by_label("아이디")).to_have_value(reader["username"])

    any_page.locator("[name=password]").fill(reader["password"])
    any_page.locator("main").get_by_role("button", name="로그인").click()
    expect(any_page.get_by_role("button", name="로그아웃")).to_be_visible()


def test_while_many_guess_a_script_proves_the_browser_and_without_one_it_waits(
    desktop: Page, open_page, site: str, people, forgive
) -> None:
    forgive("422")
    moderator = people["moderator"]
    guess_at(site, moderator["username"])

    def try_with(page: Page, password: str) -> None:
        page.goto("/session/new")
        page.get_by_label("아이디").fill(moderator["username"])
        page.locator("[name=password]").fill(password)
        page.locator("main").get_by_role("button", name="로그인").click()

    for _ in range(2):
        try_with(desktop, "이것이 아닙니다")
        expect(desktop.get_by_role("alert")).to_contain_text("맞지 않습니다.")
    try_with(desktop, moderator["password"])
    expect(desktop.get_by_role("button", name="로그아웃")).to_be_visible()

    forgive("429")
    plain = open_page(javascript=False)
    try_with(plain, "이것이 아닙니다")
    try_with(plain, moderator["password"])
    expect(plain.get_by_text("자바스크립트를 켜고 로그인 화면을 새로 열어")).to_be_visible()


def guess_at(site: str, username: str) -> None:
    """Wrong passwords from two addresses, as many as make the account slow."""
    with urllib.request.urlopen(f"{site}/session/new", timeout=5) as page:  # noqa: S310
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.read().decode())[1]
    fields = {"csrf_token": token, "username": username, "password": "이것이 아닙니다"}
    for number in range(LIMITS["account"].person):
        somebody = {"X-Forwarded-For": f"192.0.2.{number % 2}"}
        asking = urllib.request.Request(  # noqa: S310
            f"{site}/session/new", urlencode(fields).encode(), somebody
        )
        with pytest.raises(HTTPError, match="422"):
            urllib.request.urlopen(asking, timeout=5)  # noqa: S310


def test_a_password_can_be_looked_at_while_it_is_typed(phone: Page) -> None:
    phone.goto("/session/new")
    password = phone.locator("[name=password]")
    password.fill(PHRASE)
    expect(password).to_have_attribute("type", "password")
    phone.get_by_role("button", name="보이기").click()
    expect(password).to_have_attribute("type", "text")
    expect(password).to_have_value(PHRASE)


@PHONE_OR_PLAIN_DESK
def test_a_page_behind_the_door_comes_after_signing_in(any_page: Page, people) -> None:
    any_page.goto("/account/password")
    expect(any_page).to_have_url(re.compile("/session/new"))
    any_page.get_by_label("아이디").fill(people["reader"]["username"])
    any_page.locator("[name=password]").fill(people["reader"]["password"])
    any_page.locator("main").get_by_role("button", name="로그인").click()
    expect(any_page).to_have_url(re.compile("/account/password$"))


def test_words_typed_before_signing_out_in_another_window_are_kept(
    desktop: Page, site: str, sign_in, forgive
) -> None:
    forgive("403")
    forgive("422")
    sign_in(desktop, "reader")
    desktop.goto(address_of(site, "노선 손질"))
    other = desktop.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="로그아웃").click()
    hears(other, "로그아웃했습니다.")

    text = words("다른 창에서 나간 뒤에 씁니다.")
    form = desktop.locator("#write")
    form.locator("[name=body]").fill(text)
    button = desktop.get_by_role("button", name="댓글 등록")
    button.click()
    expect(form.get_by_role("alert")).to_contain_text("다시 한 번 눌러 주세요.")
    button.click()
    expect(form.locator("[name=nickname]")).to_be_focused()
    fill_comment(form, text)
    button.click()
    expect(comment_with(desktop, text)).to_be_visible()
