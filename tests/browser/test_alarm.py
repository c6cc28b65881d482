"""Attack mode in a browser: readers hardly notice it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

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
    hears(phone, "운영자가 확인한 뒤에 보입니다. 까닭: 처음 쓰는 댓글")
