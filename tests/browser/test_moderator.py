"""A moderator takes a guest's comment away with a reason, and puts it back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.deeds import address_of, by_id, comment_as_guest, comment_with, hears, words

FLEA_MARKET = "두물군 햅쌀 직거래 장터"


def test_a_moderator_deletes_an_advertisement_and_restores_it(
    any_page: Page, open_page: Callable[..., Page], site: str, sign_in, forgive
) -> None:
    forgive("422")
    path = address_of(site, FLEA_MARKET)
    text = words("쌀보다 싼 대출을 소개합니다.")
    guest = open_page()
    guest.goto(path)
    comment_as_guest(guest, text, nickname="돈길")

    sign_in(any_page, "moderator")
    any_page.goto(path)
    comment = by_id(any_page, comment_with(any_page, text))
    comment.get_by_role("link", name="지우기").click()
    form = any_page.locator("form.removal")
    form.get_by_role("button", name="지우기").click()
    expect(form).to_contain_text("삭제 사유를 골라 주세요.")
    form.get_by_label("광고").check()
    form.get_by_label("덧붙일 말").fill("같은 글을 여러 곳에 남김")
    form.get_by_role("button", name="지우기").click()

    expect(comment).to_contain_text("운영자가 지운 댓글입니다. 사유: 광고")
    hears(any_page, "댓글을 지웠습니다.")
    guest.reload()
    expect(by_id(guest, comment)).to_contain_text("운영자가 지운 댓글입니다. 사유: 광고")
    assert text not in guest.content()

    comment.get_by_role("button", name="되돌리기").click()
    expect(comment.locator(".c-text")).to_have_text(text)
    hears(any_page, "댓글을 되돌렸습니다.")
    guest.reload()
    expect(comment_with(guest, text)).to_be_visible()


def test_deleting_puts_the_focus_on_the_sentence_that_stays(
    desktop: Page, site: str, sign_in
) -> None:
    sign_in(desktop, "moderator")
    desktop.goto(address_of(site, "다솜천 4.6킬로미터 정비"))
    comment = by_id(desktop, desktop.locator("#thread li.comment").first)
    comment.get_by_role("link", name="지우기").click()
    expect(comment.get_by_role("heading", name="이 댓글을 지울까요?")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(comment.get_by_role("link", name="지우기")).to_be_focused()

    desktop.keyboard.press("Enter")
    comment.get_by_label("도배").check()
    comment.get_by_role("button", name="지우기").click()
    expect(comment).to_be_focused()
    comment.get_by_role("button", name="되돌리기").click()
    expect(comment.locator(".c-text")).to_be_visible()
    expect(comment).to_be_focused()


def test_a_moderator_has_no_way_into_the_newsroom(phone: Page, sign_in, forgive) -> None:
    forgive("403")
    sign_in(phone, "moderator")
    expect(phone.get_by_role("link", name="편집실", exact=True)).to_have_count(0)
    assert phone.goto("/newsroom").status == 403
    expect(phone.get_by_role("link", name="첫 화면으로")).to_be_visible()
