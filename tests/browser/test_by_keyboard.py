"""Keyboard only: a reader can do everything, and the focus ends where the table of actions says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.deeds import SECRET, address_of, by_id, comment_with, hears, words

CROSSWALK = "여울사거리 신호"  # more comments than one page of them holds


@pytest.fixture
def article(desktop: Page, site: str) -> Page:
    """A desktop that has opened an article with a few comments."""
    desktop.goto(address_of(site, "노선 손질"))
    return desktop


@pytest.fixture
def members(desktop: Page, site: str, sign_in) -> Page:
    """The same, opened by a member of the paper."""
    sign_in(desktop, "reader")
    desktop.goto(address_of(site, "노선 손질"))
    return desktop


def test_a_comment(article: Page) -> None:
    text = words("자판으로만 썼습니다.")
    article.keyboard.press("Tab")
    article.keyboard.press("Enter")  # to the article, past the menu
    fill_as_guest(article, article.locator("#write"), text)
    press(article.get_by_role("button", name="댓글 등록"))
    expect(comment_with(article, text)).to_be_focused()
    hears(article, "댓글을 등록했습니다.")


def test_an_empty_comment(members: Page, forgive) -> None:
    forgive("422")
    press(members.get_by_role("button", name="댓글 등록"))
    body = members.locator("#write [name=body]")
    expect(body).to_be_focused()
    expect(body).to_have_attribute("aria-invalid", "true")
    expect(members.locator("#write").get_by_role("alert")).to_contain_text("댓글 내용을 써 주세요.")


def test_an_answer(article: Page) -> None:
    comment = article.locator("#thread li.comment").first
    text = words("저도 그렇게 봅니다.")
    press(comment.get_by_role("link", name="답글"))
    form = article.locator("form.reply")
    expect(form.locator("[name=body]")).to_be_focused()
    fill_as_guest(article, form, text, backwards=True)
    press(form.get_by_role("button", name="답글 등록"))
    expect(comment_with(article, text)).to_be_focused()
    hears(article, "댓글을 등록했습니다.")


@pytest.mark.parametrize("way", ["답글", "고치기", "지우기"])
def test_a_form_that_is_cancelled(way: str, members: Page) -> None:
    comment = written(members, "마음을 바꿀지도 모릅니다.")
    opener = comment.get_by_role("link", name=way)
    form = comment.locator("form.write")

    press(opener)
    expect(form.locator(":focus")).to_have_count(1)
    members.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(opener).to_be_focused()

    members.keyboard.press("Enter")
    expect(form.locator(":focus")).to_have_count(1)
    press(form.get_by_role("link", name="취소"))
    expect(form).to_have_count(0)
    expect(opener).to_be_focused()


def test_an_edit(members: Page) -> None:
    comment = written(members, "오타가 있슴니다.")
    better = words("오타가 없습니다.")
    press(comment.get_by_role("link", name="고치기"))
    expect(comment.locator("[name=body]")).to_be_focused()
    members.keyboard.press("Control+a")
    members.keyboard.insert_text(better)
    press(comment.get_by_role("button", name="고치기"))
    expect(comment.locator(".c-text")).to_have_text(better)
    expect(comment).to_be_focused()
    hears(members, "댓글을 고쳤습니다.")


def test_a_deletion_and_its_undoing(members: Page) -> None:
    comment = written(members, "지웠다가 되돌립니다.")
    press(comment.get_by_role("link", name="지우기"))
    press(comment.get_by_role("button", name="지우기"))
    expect(comment).to_contain_text("작성자가 지운 댓글입니다.")
    expect(comment).to_be_focused()
    hears(members, "댓글을 지웠습니다.")

    members.keyboard.press("Tab")
    expect(comment.get_by_role("button", name="되돌리기")).to_be_focused()
    members.keyboard.press("Enter")
    expect(comment.locator(".c-text")).to_contain_text("지웠다가 되돌립니다.")
    expect(comment).to_be_focused()
    hears(members, "댓글을 되돌렸습니다.")


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("what", ["#recommend-button", "#thread button.recommend >> nth=0"])
def test_a_recommendation(what: str, key: str, article: Page) -> None:
    button = article.locator(what)
    count = int(re.search(r"\d+", button.inner_text())[0])
    press(button, key)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    hears(article, f"추천했습니다. 모두 {count + 1}명")

    article.keyboard.press(key)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()
    hears(article, "추천을 취소했습니다.")


def test_another_order_and_more_comments(desktop: Page, site: str) -> None:
    desktop.goto(address_of(site, CROSSWALK))
    press(desktop.get_by_role("navigation", name="댓글 순서").get_by_role("link", name="최신순"))
    expect(desktop.locator("#comments-heading")).to_be_focused()
    hears(desktop, "최신순, 댓글")

    thread = desktop.locator("#thread li.comment")
    shown = thread.count()
    press(desktop.get_by_role("link", name="댓글 더 보기"))
    expect(thread.nth(shown)).to_be_focused()
    hears(desktop, f"댓글 {thread.count() - shown}개를 더 불러왔습니다.")


def test_another_page_of_a_list(desktop: Page) -> None:
    desktop.goto("/boards/solnae")
    press(desktop.get_by_role("navigation", name="쪽").get_by_role("link", name="2 쪽", exact=True))
    expect(desktop.locator("#list-count")).to_be_focused()
    hears(desktop, "2쪽, ")


def press(wanted: Locator, key: str = "Enter", *, backwards: bool = False) -> None:
    """Tab until the keyboard is there, then the key."""
    tab_to(wanted, backwards=backwards)
    wanted.page.keyboard.press(key)


def tab_to(wanted: Locator, *, backwards: bool = False, most: int = 400) -> None:
    for _ in range(most):
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
        wanted.page.keyboard.press("Shift+Tab" if backwards else "Tab")
    pytest.fail("Tab never gets there")


def written(page: Page, beginning: str) -> Locator:
    """A comment of the member who is signed in, just written by keyboard; it has the focus."""
    text = words(beginning)
    tab_to(page.locator("#write [name=body]"))
    page.keyboard.insert_text(text)
    press(page.get_by_role("button", name="댓글 등록"))
    expect(comment_with(page, text)).to_be_focused()
    return by_id(page, comment_with(page, text))


def fill_as_guest(page: Page, form: Locator, text: str, *, backwards: bool = False) -> None:
    """What a guest is asked for; `backwards` when the keyboard is in the text already."""
    fields = [("nickname", "손가락"), ("password", SECRET), ("body", text)]
    for name, typed in reversed(fields) if backwards else fields:
        tab_to(form.locator(f"[name={name}]"), backwards=backwards)
        page.keyboard.insert_text(typed)
