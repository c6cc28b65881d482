"""Display preferences, and typed text that survives the end of a session."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.deeds import address_of, comment_with, hears, words

BUS = "한빛읍 마을버스 노선 손질"
DARK, LIGHT = "rgb(22, 24, 27)", "rgb(255, 255, 255)"


def test_size_and_theme_stay_over_the_pages_without_a_script(plain_page: Page, site: str) -> None:
    plain_page.goto(address_of(site, BUS))
    byline, foot = plain_page.locator(".byline"), plain_page.locator("#looks")
    html = plain_page.locator("html")
    usual = height_of_text(plain_page)

    byline.get_by_role("button", name="아주 크게").click()
    expect(plain_page).to_have_url(re.compile(r"/articles/\d+$"))
    expect(html).to_have_attribute("data-size", "xl")
    assert height_of_text(plain_page) / usual > 1.29

    foot.get_by_role("button", name="어둡게").click()
    expect(plain_page).to_have_url(re.compile(r"/articles/\d+#looks$"))
    expect(plain_page.locator("body")).to_have_css("background-color", DARK)
    expect(foot).to_be_in_viewport()

    for address in ("/", "/boards/solnae", "/session/new", "/search?q=솔내"):
        plain_page.goto(address)
        expect(html).to_have_attribute("data-size", "xl")
        expect(plain_page.locator("body")).to_have_css("background-color", DARK)
        pressed = foot.locator("[aria-pressed=true]")
        assert pressed.all_inner_texts() == ["아주 크게", "어둡게"]

    foot.get_by_role("button", name="보통").click()
    foot.get_by_role("button", name="자동").click()
    expect(plain_page.locator("body")).to_have_css("background-color", LIGHT)
    assert "naru_look" not in {each["name"] for each in plain_page.context.cookies()}


def test_a_comment_is_sent_after_signing_in_again_in_its_place(
    page: Page, site: str, people, sign_in, open_page: Callable[..., Page], forgive
) -> None:
    forgive("401")
    forgive("422")
    reader, path = people["reader"], address_of(site, BUS)
    sign_in(page, "reader")
    page.goto(path)
    text = words("쓰는 동안 로그인이 풀렸습니다.")
    page.locator("#write [name=body]").fill(text)
    end_sessions_of(reader["name"], open_page(DESKTOP), sign_in)

    page.get_by_role("button", name="댓글 등록").click()
    again = page.locator("#again")
    expect(again.get_by_role("alert")).to_contain_text("로그인이 풀렸습니다.")
    expect(again.get_by_label("아이디")).to_be_focused()
    expect(page.locator("#write [name=body]")).to_have_value(text)

    again.get_by_label("아이디").fill(reader["username"])
    again.locator("[name=password]").fill("딴 데서 쓰는 비밀번호")
    again.get_by_role("button", name="로그인하고 보내기").click()
    expect(again.get_by_role("alert")).to_contain_text("아이디나 비밀번호가 맞지 않습니다.")

    again.locator("[name=password]").fill(reader["password"])
    page.keyboard.press("Enter")
    comment = comment_with(page, text)
    expect(comment).to_be_focused()
    expect(comment.locator(".c-name")).to_have_text(reader["name"])
    hears(page, "댓글을 등록했습니다.")
    expect(again).to_have_count(0)


def height_of_text(page: Page) -> float:
    """In CSS pixels; the browser's own tools see them where the page may run no script."""
    letters = page.locator(".prose p").first
    return float(letters.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)"))


def end_sessions_of(name: str, page: Page, sign_in) -> None:
    """An editor signs somebody out everywhere, as after a lost telephone."""
    sign_in(page, "admin")
    page.goto("/newsroom/users")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("button", name="모든 곳에서 로그아웃시키기").click()
    page.wait_for_load_state()
