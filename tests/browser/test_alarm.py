"""Attack mode in a browser: readers hardly notice it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.deeds import address_of, fill_comment, hears, words

KIMJANG = "배추 1,200포기에 담은 마음"


def test_a_phone_proves_itself_while_its_owner_writes(
    phone: Page, open_page: Callable[..., Page], site: str, sign_in
) -> None:
    editor = open_page()
    sign_in(editor, "admin")
    editor.goto("/newsroom/alarms")
    editor.get_by_role("button", name="켜기", exact=True).click()
    hears(editor, "도배 막기를 켰습니다.")

    phone.goto(address_of(site, KIMJANG))
    fill_comment(phone.locator("#write"), words("김장 김치 잘 먹었습니다."))
    phone.get_by_role("button", name="댓글 등록").click()
    hears(phone, "운영자가 확인한 뒤에 보입니다. 사유: 처음 쓰는 댓글")


def test_an_objector_sends_the_password_that_was_typed(
    desktop: Page, phone: Page, site: str, sign_in
) -> None:
    desktop.goto(address_of(site, KIMJANG))
    number = desktop.locator("article[id^=comment-], li[id^=comment-]").first.get_attribute("id")
    comment = f"/comments/{number.removeprefix('comment-')}"
    desktop.goto(f"{comment}/takedown-requests/new")
    desktop.locator("[name=right][value=privacy]").check()
    for name in ("wrong", "explanation"):
        desktop.locator(f"[name={name}]").fill("제 이야기입니다.")
    desktop.locator("[name=asker][value=self]").check()
    desktop.locator("[name=name]").fill("문가온")
    desktop.locator("[name=contact]").fill("gaon@mail.example")
    desktop.locator("[name=consent]").check()
    desktop.get_by_role("button", name="요청 보내기").click()
    sign_in(desktop, "admin")
    desktop.goto("/newsroom/takedown-requests")
    desktop.locator("tbody a").first.click()
    desktop.get_by_role("button", name="댓글 가리기").click()

    phone.goto(f"{comment}/takedown-objections/new")
    assert phone.locator("script[src*='proof.js']").count() == 1, "the alarm is on"
    phone.locator("[name=proof]").fill("감나무집 셋째")
    phone.locator("[name=words]").fill("사실을 썼습니다.")
    phone.wait_for_timeout(1500)  # by then a puzzle would be solved
    expect(phone.locator("[name=proof]")).to_have_value("감나무집 셋째")
