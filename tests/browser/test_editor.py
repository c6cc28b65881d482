"""Editor in a browser: no typed text is lost, and the preview stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.deeds import words

SAVED = re.compile(r"저장됨 \d\d:\d\d:\d\d")


@pytest.fixture
def desk(desktop: Page, sign_in) -> Page:
    """The editor at a desk, signed in."""
    sign_in(desktop, "admin")
    return desktop


def test_a_new_article_is_kept_as_it_is_typed_and_found_again(desk: Page) -> None:
    desk.goto("/newsroom/articles/new")
    title = words("나루터 등불 다시 켜진다")
    write(desk, title=title, body="등불 마흔 개를 새로 달았다.")
    expect(desk.locator("#saved")).to_have_text(SAVED)
    assert re.search(r"/articles/\d+/edit$", desk.url)

    desk.reload()
    expect(desk.get_by_label("제목", exact=True)).to_have_value(title)
    expect(body_of(desk)).to_contain_text("등불 마흔 개를")
    expect(desk.locator("#manuscript")).to_contain_text("이어서 보여 드립니다")
    expect(desk.get_by_role("button", name="이어받기")).to_have_count(0)

    desk.get_by_role("button", name="임시 저장").click()
    expect(desk.locator("#main > .notice")).to_contain_text("저장했습니다.")
    expect(desk.locator("#manuscript")).to_have_count(0)


def test_two_windows_do_not_write_over_each_other(desk: Page, forgive) -> None:
    forgive("409")
    desk.goto("/newsroom/articles/new")
    write(desk, title=words("첫째 창"), body="첫째 창의 글.")
    expect(desk.locator("#saved")).to_have_text(SAVED)

    second = desk.context.new_page()
    second.goto(desk.url)
    expect(second.locator("#manuscript")).to_contain_text("다른 창에서 고치는 중입니다.")
    write(second, title="둘째 창의 제목")
    expect(second.locator("#saved")).to_contain_text("저장하지 않고 있습니다")
    second.get_by_role("button", name="이어받기").click()
    expect(second.locator("#saved")).to_have_text(SAVED)

    write(desk, title="첫째 창의 새 제목")
    expect(desk.get_by_role("alert")).to_contain_text("다른 창에서 고치는 중입니다.")
    expect(desk.get_by_label("제목", exact=True)).to_have_value("첫째 창의 새 제목")
    desk.get_by_role("button", name="이어받기").click()
    expect(desk.locator("#saved")).to_have_text(SAVED)


def test_a_pressed_button_waits_for_words_on_their_way_and_nothing_crosses_it(desk: Page) -> None:
    held: list[Route] = []
    desk.route("**/manuscript*", lambda route: held.append(route))
    desk.goto("/newsroom/articles/new")
    title = words("물때를 알리는 종")
    with desk.expect_request("**/manuscript*"):
        write(desk, title=title)
    write(desk, body="아침저녁으로 두 번 울린다.")  # while the title is still on its way
    desk.get_by_role("button", name="임시 저장").dblclick()
    held[0].continue_()
    expect(desk.locator("#main > .notice")).to_contain_text("저장했습니다.")
    expect(body_of(desk)).to_contain_text("두 번 울린다")
    assert len(held) == 1


def test_without_the_network_or_a_session_words_stay_and_are_kept_later(
    desk: Page, sign_in: Callable[[Page, str], None], forgive
) -> None:
    for complaint in ("ERR_INTERNET_DISCONNECTED", "401", "403"):
        forgive(complaint)
    desk.goto("/newsroom/articles/new")
    desk.context.set_offline(True)
    write(desk, title="끊긴 채 쓴 제목")
    expect(desk.locator("#saved")).to_contain_text("이 창에 그대로 있습니다")
    desk.context.set_offline(False)
    write(desk, body="다시 이어진 글")
    expect(desk.locator("#saved")).to_have_text(SAVED)

    desk.context.clear_cookies()
    write(desk, title="로그인이 풀린 뒤의 제목")
    expect(desk.locator("#saved")).to_contain_text("로그인이 풀렸습니다.")
    sign_in(desk.context.new_page(), "admin")
    write(desk, title="다시 로그인한 뒤의 제목")
    expect(desk.locator("#saved")).to_have_text(SAVED)


def test_leaving_asks_only_when_something_is_not_even_kept(desk: Page, forgive) -> None:
    forgive("ERR_INTERNET_DISCONNECTED")
    asked = []
    desk.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.goto("/newsroom/articles/new")
    write(desk, title=words("곧 떠날 글"))
    expect(desk.locator("#saved")).to_have_text(SAVED)
    desk.goto("/newsroom/articles")
    assert asked == []

    desk.goto("/newsroom/articles/new")
    desk.context.set_offline(True)
    write(desk, title="떠나면 없어질 제목")
    expect(desk.locator("#saved")).to_contain_text("그대로 있습니다")
    desk.context.set_offline(False)
    desk.goto("/newsroom/articles")
    assert asked == ["beforeunload"]


def test_the_preview_stands_beside_the_text_in_two_widths(desk: Page) -> None:
    desk.goto("/newsroom/articles/new")
    title = words("옆에서 보는 글")
    write(desk, title=title, body="<b>굵지 않은</b> 글")
    desk.get_by_role("button", name="옆에서 보기").click()
    frame = desk.frame_locator(".pane iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text(title)
    assert frame.locator("html").evaluate("page => page.clientWidth") == 375
    desk.get_by_role("button", name="컴퓨터 폭").click()
    assert frame.locator("html").evaluate("page => page.clientWidth") == 1280
    write(desk, title="고친 뒤의 제목")
    expect(frame.get_by_role("heading", level=1)).to_have_text("고친 뒤의 제목")


def body_of(page: Page) -> Locator:
    return page.locator("#body-field .sun-editor-editable")


def write(page: Page, *, title: str = "", body: str = "") -> None:
    """Type, and go on to the next field: then the words are kept at once."""
    if body:
        type_into(page, body_of(page), body)
    if body and title:
        expect(page.locator("#saved")).to_have_text(SAVED)
    if title:
        type_into(page, page.get_by_label("제목", exact=True), title)


def type_into(page: Page, field: Locator, text: str) -> None:
    page.locator("#saved").evaluate("line => { line.textContent = ''; }")
    field.fill(text)
    page.get_by_label("부제").focus()
