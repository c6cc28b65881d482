"""A reader looks around: home, lists, search, an article and its button to recommend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.deeds import (
    DESK_OR_PLAIN_PHONE,
    PHONE_OR_PLAIN_DESK,
    address_of,
    busy_copy,
    hears,
    scripted,
)

LIBRARY = "솔내시립도서관, 다음 달부터 밤 11시까지 문 연다"
WATER = "낡은 상수도관 1.8킬로미터 교체"
BUS = "한빛읍 마을버스 노선 손질"


@pytest.fixture(scope="module")
def sown(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return busy_copy(sown, tmp_path_factory.mktemp("busy") / "instance")


def test_a_reader_goes_from_home_through_the_pages_of_a_board_to_an_article(any_page: Page) -> None:
    any_page.goto("/")
    menu = any_page.get_by_role("navigation", name="게시판")
    menu.get_by_role("link", name="자유게시판").click()
    expect(any_page.get_by_role("heading", level=1)).to_have_text("자유게시판")
    expect(any_page.locator("#list-count")).to_contain_text("1/3쪽")

    any_page.get_by_role("navigation", name="쪽").get_by_role(
        "link", name="2 쪽", exact=True
    ).click()
    expect(any_page).to_have_url(re.compile(r"/boards/free\?page=2$"))
    expect(any_page.locator("#list-count")).to_contain_text("2/3쪽")
    expect(any_page.locator("tr.row")).to_have_count(15)

    first = any_page.locator("tr.row .c-title a").first
    title = first.locator(".t").inner_text()
    first.click()
    expect(any_page.get_by_role("heading", level=1)).to_have_text(title)
    expect(any_page.locator("tr.row.reading .c-mark")).to_have_text("열람중")


def test_a_sorted_list_says_so_takes_the_focus_and_the_way_back_is_kept(page: Page) -> None:
    page.goto("/boards/free")
    newest = page.locator("tr.row:not(.pinned) .t").first.inner_text()

    page.get_by_role("navigation", name="정렬").get_by_role("link", name="조회순").click()
    hears(page, "1쪽, 15개")
    expect(page.locator("#list-count")).to_be_focused()
    expect(page).to_have_url(re.compile("sort=viewed"))
    expect(page.locator("tr.row:not(.pinned) .t").first).not_to_have_text(newest)

    page.get_by_role("navigation", name="쪽").get_by_role("link", name="2 쪽", exact=True).click()
    hears(page, "2쪽, 15개")
    expect(page.get_by_role("link", name="조회순")).to_have_attribute("aria-current", "true")

    page.go_back()
    expect(page.locator("#list-count")).to_contain_text("1/3쪽")
    expect(page.get_by_role("link", name="조회순")).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page.locator("tr.row:not(.pinned) .t").first).to_have_text(newest)
    expect(page.get_by_role("link", name="최신순")).to_have_attribute("aria-current", "true")


def test_a_reader_without_scripts_sorts_a_list(plain_page: Page) -> None:
    plain_page.goto("/boards/free")
    plain_page.get_by_role("link", name="추천순").click()
    expect(plain_page).to_have_url(re.compile("sort=recommended"))
    expect(plain_page.get_by_role("link", name="추천순")).to_have_attribute("aria-current", "true")


@DESK_OR_PLAIN_PHONE
def test_a_reader_finds_an_article_by_part_of_a_word(any_page: Page) -> None:
    any_page.goto("/")
    any_page.get_by_role("link", name="검색").click()
    any_page.get_by_label("검색어").fill("립도서")
    any_page.get_by_role("button", name="찾기").click()
    expect(any_page.locator("#list-count")).to_contain_text("‘립도서’")
    expect(any_page.locator(".hits mark").first).to_have_text("립도서")

    any_page.locator(".hits h3").get_by_role("link", name=LIBRARY).click()
    expect(any_page.get_by_role("heading", level=1)).to_have_text(LIBRARY)


@PHONE_OR_PLAIN_DESK
def test_a_search_for_nothing_that_exists_says_what_to_do(any_page: Page) -> None:
    any_page.goto("/boards/free")
    any_page.get_by_label("자유게시판에서 찾기").fill("코끼리열차")
    any_page.get_by_role("button", name="찾기").click()
    expect(any_page.locator(".empty")).to_contain_text("단어를 줄이거나 띄어쓰기를 바꿔 보세요.")
    any_page.get_by_role("link", name="검색 지우기").click()
    expect(any_page.locator("tr.row")).not_to_have_count(0)


def test_a_guest_recommends_an_article_and_takes_it_back(any_page: Page, site: str) -> None:
    any_page.goto(address_of(site, WATER))
    button = any_page.locator("#recommend-button")
    before = int(button.locator("b").inner_text())

    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_contain_text(str(before + 1))
    expect(any_page.locator("#counts")).to_contain_text(f"추천 {before + 1}")
    if scripted(any_page):
        hears(any_page, "추천했습니다.")

    any_page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(any_page.locator("#counts")).to_contain_text(f"추천 {before}")


def test_the_focus_stays_on_the_button_that_recommends(page: Page, site: str) -> None:
    page.goto(address_of(site, BUS))
    button = page.locator("#recommend-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()


def test_a_double_click_recommends_once(page: Page, site: str) -> None:
    page.goto(address_of(site, BUS))
    button = page.locator("#recommend-button")
    before = int(button.locator("b").inner_text())
    button.dblclick()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_contain_text(str(before + 1))


def test_a_reader_copies_the_address_of_an_article(desktop: Page, site: str) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(address_of(site, LIBRARY))
    desktop.locator(".share summary").click()
    desktop.get_by_role("button", name="주소 복사").click()
    hears(desktop, "주소를 복사했습니다.")
    assert desktop.evaluate("navigator.clipboard.readText()") == desktop.url
