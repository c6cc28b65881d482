"""The frame of staff pages: the newsroom's menu, and a foot of one line."""

from __future__ import annotations

from playwright.sync_api import Page, expect

EVERY_ROOM = 15
TABLET = {"width": 768, "height": 1024}


def test_the_menu_stands_open_and_on_a_phone_behind_one_word(any_page: Page, sign_in) -> None:
    sign_in(any_page, "admin")
    any_page.goto("/newsroom")
    menu = any_page.get_by_role("navigation", name="편집실")
    more = menu.locator("summary")
    boards = menu.get_by_role("link", name="게시판", exact=True)
    if more.is_visible():
        expect(boards).not_to_be_visible()
        more.click()
    expect(menu.get_by_role("link")).to_have_count(EVERY_ROOM)
    boards.click()
    expect(menu.locator("[aria-current=page]")).to_have_text("게시판")


def test_a_tablet_shows_every_room_without_a_click(desktop: Page, sign_in) -> None:
    desktop.set_viewport_size(TABLET)
    sign_in(desktop, "admin")
    menu = desktop.get_by_role("navigation", name="편집실")
    expect(menu.get_by_role("link")).to_have_count(EVERY_ROOM)
    expect(menu.locator("summary")).not_to_be_visible()


def test_the_foot_is_one_line_and_the_readers_imprint_a_link_away(page: Page, sign_in) -> None:
    sign_in(page, "admin")
    page.goto("/newsroom")
    foot = page.get_by_role("contentinfo")
    assert foot.bounding_box()["height"] < 80
    expect(foot).not_to_contain_text("발행인")
    foot.get_by_role("link", name="신문 보기").click()
    expect(page.get_by_role("contentinfo")).to_contain_text("발행인")
