"""Typed text is kept in the tab until the server has it, and no longer: what was posted does not come
back in the box, whichever way it was sent and whatever became of the answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.deeds import (
    SECRET,
    address_of,
    comment_with,
    fill_comment,
    hears,
    words,
)

WATER = "상수도관 교체"
HTMX = "**/htmx.min.js*"
KEPT = "() => Object.keys(sessionStorage).filter((name) => /^\\d+-\\d+$/.test(name))"


@pytest.fixture
def without_htmx(phone: Page, site: str, forgive) -> Iterator[Page]:
    """A phone on a line that never brings htmx, with an article open."""
    forgive("ERR_FAILED")
    phone.route(HTMX, lambda route: route.abort())
    phone.goto(address_of(site, WATER))
    yield phone
    phone.unroute(HTMX)


def is_empty_at_last(page: Page) -> None:
    expect(page.locator("#write [name=body]")).to_have_value("")
    page.wait_for_load_state()  # its script has run
    assert page.evaluate(KEPT) == []


def send(page: Page) -> None:
    page.get_by_role("button", name="댓글 등록").click()


def test_a_comment_posted_the_plain_way_is_gone_from_the_box(without_htmx: Page) -> None:
    text = words("굴 껍데기로 길을 만든다니 신기합니다.")
    fill_comment(without_htmx.locator("#write"), text)
    send(without_htmx)
    hears(without_htmx, "댓글을 등록했습니다.")
    expect(comment_with(without_htmx, text)).to_have_count(1)
    is_empty_at_last(without_htmx)


def test_an_answer_posted_the_plain_way_is_gone_from_its_box(without_htmx: Page) -> None:
    answer = without_htmx.locator("#thread li.comment").first.get_by_role("link", name="답글")
    answer.click()
    text = words("저도 궁금했습니다.")
    form = without_htmx.locator("form.reply")
    fill_comment(form, text)
    without_htmx.reload()
    expect(form.locator("[name=body]")).to_have_value(text)
    fill_comment(form, text)
    form.get_by_role("button", name="답글 등록").click()
    hears(without_htmx, "댓글을 등록했습니다.")
    assert without_htmx.evaluate(KEPT) == []
    answer.click()
    expect(form.locator("[name=body]")).to_have_value("")


def test_a_comment_put_right_on_the_page_of_its_errors_is_gone_too(
    without_htmx: Page, forgive
) -> None:
    forgive("422")
    text = words("단수 시각을 알려 주세요.")
    without_htmx.locator("#write [name=body]").fill(text)
    send(without_htmx)
    expect(without_htmx.locator("[name=nickname]")).to_have_attribute("aria-invalid", "true")
    fill_comment(without_htmx.locator("#write"), text)
    send(without_htmx)
    hears(without_htmx, "댓글을 등록했습니다.")
    is_empty_at_last(without_htmx)


def test_a_held_comment_is_gone_from_the_box_like_any_other(without_htmx: Page, forgive) -> None:
    forgive("422")
    fill_comment(without_htmx.locator("#write"), words("물차는 010-0000-2345 로 부르세요."))
    send(without_htmx)
    expect(without_htmx.locator("#write-ends .notice")).to_contain_text("전화번호")
    without_htmx.locator("#write [name=password]").fill(SECRET)
    without_htmx.get_by_role("button", name="그대로 보내기").click()
    hears(without_htmx, "운영자가 확인한 뒤에 보입니다.")
    is_empty_at_last(without_htmx)


def test_what_was_refused_is_still_there(without_htmx: Page, forgive) -> None:
    forgive("422")
    path = without_htmx.url
    text = words("이름은 나중에 적겠습니다.")
    without_htmx.locator("#write [name=body]").fill(text)
    send(without_htmx)
    expect(without_htmx.locator("[name=nickname]")).to_have_attribute("aria-invalid", "true")
    without_htmx.goto(path)
    expect(without_htmx.locator("#write [name=body]")).to_have_value(text)


def test_an_answer_that_got_lost_posts_nothing_twice(
    without_htmx: Page, site: str, sign_in, forgive
) -> None:
    sign_in(without_htmx, "reader")
    path = address_of(site, WATER)
    without_htmx.goto(path)
    text = words("물이 흐리면 어디에 알립니까.")
    without_htmx.locator("#write [name=body]").fill(text)

    def lose_the_answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.fallback()
        route.fetch(max_redirects=0)
        return route.fulfill(status=204)  # the page stays as it is

    without_htmx.route("**/comments*", lose_the_answer)
    with without_htmx.expect_response(lambda answer: answer.request.method == "POST"):
        send(without_htmx)
    without_htmx.unroute("**/comments*")
    without_htmx.context.clear_cookies(name="naru_notice")  # it came with the answer
    without_htmx.goto(path)
    expect(comment_with(without_htmx, text)).to_have_count(1)
    expect(without_htmx.locator("#write [name=body]")).to_have_value(text)  # nobody knows yet

    send(without_htmx)
    hears(without_htmx, "방금 같은 댓글을 등록했습니다.")
    expect(comment_with(without_htmx, text)).to_have_count(1)
    is_empty_at_last(without_htmx)


def test_going_back_after_posting_finds_the_box_empty(without_htmx: Page) -> None:
    text = words("통수 뒤에도 잠깐 틀어 두라고 합니다.")
    fill_comment(without_htmx.locator("#write"), text)
    send(without_htmx)
    hears(without_htmx, "댓글을 등록했습니다.")
    without_htmx.go_back()
    is_empty_at_last(without_htmx)


def test_going_back_keeps_what_was_not_sent(phone: Page, site: str) -> None:
    phone.goto(address_of(site, WATER))
    text = words("쓰다 말고 다른 글을 봅니다.")
    phone.locator("#write [name=body]").fill(text)
    phone.goto("/")
    phone.go_back()
    expect(phone.locator("#write [name=body]")).to_have_value(text)
