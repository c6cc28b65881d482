"""Readers talk under articles: write, answer, edit, delete, agree; with scripts and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.deeds import (
    DESK_OR_PLAIN_PHONE,
    PHONE_OR_PLAIN_DESK,
    SECRET,
    address_of,
    by_id,
    comment_as_guest,
    comment_with,
    fill_comment,
    hears,
    scripted,
    words,
)

KIMJANG = "배추 1,200포기에 담은 마음"
BRIDGE = "솔내대교 보수로 이달 말까지"
CROSSWALK = "여울사거리 신호"  # 59 comments and the answers to them


def test_a_guest_comments_and_somebody_answers(any_page: Page, site: str) -> None:
    any_page.goto(address_of(site, KIMJANG))
    before = int(any_page.locator("#counts a b").inner_text())
    text = words("김장 김치 잘 먹었습니다.")

    comment = comment_as_guest(any_page, text)
    hears(any_page, "댓글을 등록했습니다.")
    expect(any_page.locator("#counts a")).to_have_text(f"댓글 {before + 1}")
    expect(any_page.locator("#write [name=body]")).to_have_value("")

    comment.get_by_role("link", name="답글").click()
    answer = words("내년에도 함께하겠습니다.")
    reply = any_page.locator("form[id^=reply-]")
    fill_comment(reply, answer, nickname="새마을부녀회원")
    reply.get_by_role("button", name="답글 등록").click()
    expect(any_page.locator("li.comment.in1").filter(has_text=answer)).to_be_visible()
    expect(any_page.locator("#counts a")).to_have_text(f"댓글 {before + 2}")
    expect(any_page.locator("form[id^=reply-] button.go")).to_have_count(0)


def test_a_guest_edits_and_then_deletes_with_the_password(
    any_page: Page, site: str, forgive
) -> None:
    forgive("422")
    any_page.goto(address_of(site, KIMJANG))
    comment = by_id(any_page, comment_as_guest(any_page, words("고춧가루가 메웠습니다.")))

    comment.get_by_role("link", name="고치기").click()
    form = any_page.locator("form.edit")
    better = words("고춧가루가 매웠습니다.")
    form.locator("[name=body]").fill(better)
    form.locator("[name=password]").fill("남의 비밀번호")
    form.get_by_role("button", name="고치기").click()
    expect(form.locator(".error")).to_contain_text("비밀번호가 맞지 않습니다.")
    expect(form.locator("[name=body]")).to_have_value(better)

    form.locator("[name=password]").fill(SECRET)
    form.get_by_role("button", name="고치기").click()
    expect(comment.locator(".c-text")).to_have_text(better)
    expect(comment.locator(".c-head")).to_contain_text("수정됨")
    hears(any_page, "댓글을 고쳤습니다.")

    comment.get_by_role("link", name="지우기").click()
    form = any_page.locator("form.removal")
    form.locator("[name=password]").fill(SECRET)
    form.get_by_role("button", name="지우기").click()
    hears(any_page, "댓글을 지웠습니다.")
    expect(any_page.locator("#thread")).not_to_contain_text(better)


@PHONE_OR_PLAIN_DESK
def test_a_guest_is_warned_first_and_what_is_sent_all_the_same_waits(
    any_page: Page, site: str, forgive
) -> None:
    forgive("422")
    any_page.goto(address_of(site, KIMJANG))
    text = words("김치 주문은 010-0000-1234 로 주세요.")
    fill_comment(any_page.locator("#write"), text)
    any_page.get_by_role("button", name="댓글 등록").click()
    warning = any_page.locator("#write-ends .notice")
    expect(warning).to_contain_text("개인정보가 있습니다: 전화번호")
    expect(any_page.locator("#write [name=body]")).to_have_value(text)
    if scripted(any_page):
        expect(warning).to_be_focused()
        expect(any_page.locator("#write [name=password]")).to_have_value(SECRET)
    any_page.locator("#write [name=password]").fill(SECRET)
    any_page.get_by_role("button", name="그대로 보내기").click()
    hears(any_page, "운영자가 확인한 뒤에 보입니다. 사유: 개인정보(전화번호)")
    expect(any_page.locator("#thread")).to_contain_text("010-●●●●-●●●●")


@PHONE_OR_PLAIN_DESK
def test_a_guest_with_another_browser_puts_a_held_comment_right(
    any_page: Page, site: str, forgive
) -> None:
    forgive("422")
    any_page.goto(address_of(site, KIMJANG))
    text = words("새우젓 값은 010-0000-5678 로 물어보세요.")
    fill_comment(any_page.locator("#write"), text)
    any_page.get_by_role("button", name="댓글 등록").click()
    any_page.locator("#write [name=password]").fill(SECRET)
    any_page.get_by_role("button", name="그대로 보내기").click()
    number = comment_with(any_page, "010-●●●●-●●●●").get_attribute("id").removeprefix("comment-")
    any_page.context.clear_cookies()

    any_page.goto(f"{site}/comments/{number}/edit")
    expect(any_page.locator("main")).not_to_contain_text("새우젓")
    any_page.locator("[name=password]").fill(SECRET)
    any_page.get_by_role("button", name="다음").click()
    box = any_page.locator("[name=body]")
    expect(box).to_have_value(re.compile("새우젓"))
    box.fill(better := words("새우젓은 시장에 있습니다."))
    any_page.locator("form.edit").get_by_role("button", name="고치기").click()
    expect(any_page.locator("#thread")).to_contain_text(better)


def test_a_member_comments_deletes_and_takes_the_deletion_back(
    any_page: Page, site: str, sign_in
) -> None:
    sign_in(any_page, "reader")
    any_page.goto(address_of(site, KIMJANG))
    text = words("절임배추 구할 곳을 아십니까.")
    any_page.locator("#write [name=body]").fill(text)
    any_page.get_by_role("button", name="댓글 등록").click()
    comment = by_id(any_page, comment_with(any_page, text))

    comment.get_by_role("link", name="지우기").click()
    any_page.locator("form.removal").get_by_role("button", name="지우기").click()
    expect(comment).to_contain_text("작성자가 지운 댓글입니다.")
    expect(comment).not_to_contain_text(text)

    comment.get_by_role("button", name="되돌리기").click()
    expect(comment.locator(".c-text")).to_have_text(text)
    hears(any_page, "댓글을 되돌렸습니다.")


@DESK_OR_PLAIN_PHONE
def test_a_guest_agrees_with_a_comment_and_takes_it_back(any_page: Page, site: str) -> None:
    any_page.goto(address_of(site, CROSSWALK))
    button = any_page.locator("#thread li.comment").nth(7).locator("button.recommend")
    before = int(button.inner_text().split()[-1])

    button.click()
    expect(button).to_have_text(f"추천 {before + 1}")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_text(f"추천 {before}")
    expect(button).to_have_attribute("aria-pressed", "false")


@PHONE_OR_PLAIN_DESK
def test_a_reader_changes_the_order_and_reads_on(any_page: Page, site: str) -> None:
    any_page.goto(address_of(site, CROSSWALK))
    thread = any_page.locator("#thread li.comment")
    oldest = thread.first.locator(".c-text").inner_text()

    any_page.get_by_role("navigation", name="댓글 순서").get_by_role("link", name="최신순").click()
    expect(any_page.get_by_role("link", name="최신순").last).to_have_attribute(
        "aria-current", "true"
    )
    expect(thread.first.locator(".c-text")).not_to_have_text(oldest)

    shown = thread.count()
    any_page.get_by_role("link", name=re.compile("댓글 더 보기")).click()
    expect(any_page.get_by_role("link", name=re.compile("댓글 더 보기"))).to_have_count(0)
    expect(any_page.locator("#thread .c-text").filter(has_text=oldest)).to_be_visible()
    if scripted(any_page):
        assert thread.count() > shown
        hears(any_page, "더 불러왔습니다.")
        expect(thread.nth(shown)).to_be_focused()


@PHONE_OR_PLAIN_DESK
@pytest.mark.parametrize("order", ["최신순", "추천순"])
def test_others_write_and_agree_while_somebody_reads_on(
    any_page: Page, open_page, site: str, order: str
) -> None:
    neighbour = open_page()
    for page in (neighbour, any_page):
        page.goto(address_of(site, CROSSWALK))
        link = page.get_by_role("navigation", name="댓글 순서").get_by_role("link", name=order)
        link.click()
        expect(link).to_have_attribute("aria-current", "true")
    first_page = ids(any_page)
    read_on(neighbour)
    before = set(ids(neighbour))

    neighbour.locator("#thread li.comment:not(.in1, .in2) button.recommend").last.click()
    expect(neighbour.locator("#thread button.recommend[aria-pressed=true]")).to_have_count(1)
    for name in ("청솔", "백로", "돌다리"):
        comment_as_guest(neighbour, words("길을 건너기 무섭습니다."), nickname=name)

    read_on(any_page)
    read = ids(any_page) if scripted(any_page) else first_page + ids(any_page)
    assert len(read) == len(set(read))
    assert set(read) >= before


def read_on(page: Page) -> None:
    page.get_by_role("link", name=re.compile("댓글 더 보기")).click()
    expect(page.get_by_role("link", name=re.compile("댓글 더 보기"))).to_have_count(0)


def ids(page: Page) -> list[str]:
    """The ids of the comments on the page."""
    return page.locator("#thread li.comment").evaluate_all("all => all.map((each) => each.id)")


@DESK_OR_PLAIN_PHONE
def test_an_incomplete_comment_says_what_to_do_and_keeps_the_words(
    any_page: Page, site: str, forgive
) -> None:
    forgive("422")
    any_page.goto(address_of(site, KIMJANG))
    text = words("이름을 잊었습니다.")
    any_page.locator("#write [name=body]").fill(text)
    any_page.get_by_role("button", name="댓글 등록").click()

    form = any_page.locator("form.write").filter(has=any_page.get_by_role("button", name="등록"))
    nickname = form.locator("[name=nickname]")
    expect(nickname).to_have_attribute("aria-invalid", "true")
    expect(nickname).to_be_focused()
    expect(form.locator("[name=body]")).to_have_value(text)

    fill_comment(form, text)
    form.get_by_role("button", name="등록").click()
    expect(comment_with(any_page, text)).to_have_count(1)


def test_an_old_error_is_gone_once_another_answer_has_come(page: Page, site: str, forgive) -> None:
    forgive("422")
    page.goto(address_of(site, KIMJANG))
    form = page.locator("#write")
    page.get_by_role("button", name="댓글 등록").click()
    expect(form.locator(".field .error")).to_have_count(3)

    fill_comment(form, words("배추는 010-0000-3456 에서 팝니다."))
    page.get_by_role("button", name="댓글 등록").click()
    expect(page.locator("#write-ends .notice")).to_contain_text("전화번호")
    is_judged_anew(form)
    expect(form.locator("[name=nickname]")).not_to_have_attribute(
        "aria-describedby", re.compile("error")
    )
    expect(form.locator("[name=body]")).to_have_attribute("aria-describedby", "write-body-hint")


def test_an_old_error_of_an_edit_is_gone_too(page: Page, site: str, forgive) -> None:
    forgive("422")
    page.goto(address_of(site, KIMJANG))
    comment = by_id(page, comment_as_guest(page, words("액젓 비율이 궁금합니다.")))
    comment.get_by_role("link", name="고치기").click()
    form = page.locator("form.edit")
    form.locator("[name=password]").fill("남의 비밀번호")
    form.get_by_role("button", name="고치기").click()
    expect(form.locator(".field .error")).to_contain_text("비밀번호가 맞지 않습니다.")

    form.locator("[name=password]").fill(SECRET)
    form.locator("[name=body]").fill(words("액젓은 010-0000-4567 에 물어보세요."))
    form.get_by_role("button", name="고치기").click()
    expect(form.locator(".notice")).to_contain_text("전화번호")
    is_judged_anew(form)


def test_an_old_error_is_gone_also_where_the_answer_replaces_nothing(
    page: Page, site: str, forgive
) -> None:
    forgive("422")
    forgive("429")
    page.goto(address_of(site, KIMJANG))
    form = page.locator("#write")
    page.get_by_role("button", name="댓글 등록").click()
    expect(form.locator(".field .error")).to_have_count(3)

    fill_comment(form, text := words("쪽파는 얼마나 넣습니까."))
    page.route(
        "**/comments*", lambda route: route.fulfill(status=429, body="<p role=alert>잠시 뒤에.</p>")
    )
    page.get_by_role("button", name="댓글 등록").click()
    expect(form.locator("#error")).to_contain_text("잠시 뒤에.")
    is_judged_anew(form)
    expect(form.locator("[name=body]")).to_have_value(text)


def is_judged_anew(form: Locator) -> None:
    expect(form.locator(".field .error, .field.wrong, [aria-invalid]")).to_have_count(0)


@PHONE_OR_PLAIN_DESK
def test_a_double_click_writes_one_comment(any_page: Page, site: str) -> None:
    path = address_of(site, BRIDGE)
    any_page.goto(path)
    text = words("한 차로만 열려 있어 밀립니다.")
    fill_comment(any_page.locator("#write"), text)
    any_page.get_by_role("button", name="댓글 등록").dblclick()
    expect(comment_with(any_page, text)).to_be_visible()
    any_page.goto(path)
    expect(comment_with(any_page, text)).to_have_count(1)


def test_a_board_for_members_leads_a_guest_to_the_sign_in_and_back(
    phone: Page, site: str, people
) -> None:
    path = address_of(site, "합동 채용 한마당")
    phone.goto(path)
    phone.get_by_role("link", name="로그인하고 댓글 쓰기").click()
    phone.get_by_label("아이디").fill(people["reader"]["username"])
    phone.get_by_label("비밀번호").fill(people["reader"]["password"])
    phone.locator("main").get_by_role("button", name="로그인").click()
    expect(phone).to_have_url(re.compile(rf"{path}#write$"))
    expect(phone.get_by_role("button", name="댓글 등록")).to_be_visible()
