"""Focus and live regions: after each action the focus is where the reader goes on, and it is
announced."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.deeds import (
    SECRET,
    address_of,
    by_id,
    comment_as_guest,
    comment_with,
    fill_comment,
    hears,
    words,
)

CTRL = 2  # as the browser's own protocol counts modifier keys


@pytest.fixture
def article(desktop: Page, site: str) -> Page:
    """A desktop that has opened an article with a few comments."""
    desktop.goto(address_of(site, "노선 손질"))
    return desktop


def test_a_new_comment_has_the_focus(article: Page) -> None:
    comment = comment_as_guest(article, words("한 번에 가니 편합니다."))
    expect(comment).to_be_focused()
    hears(article, "댓글을 등록했습니다.")


def test_the_form_for_an_answer_takes_the_focus_and_gives_it_back(article: Page) -> None:
    comment = article.locator("#thread li.comment").first
    answer = comment.get_by_role("link", name="답글")
    body = comment.locator("form.write [name=body]")

    answer.click()
    expect(body).to_be_focused()
    article.keyboard.press("Escape")
    expect(body).to_have_count(0)
    expect(answer).to_be_focused()

    article.keyboard.press("Enter")
    expect(body).to_be_focused()
    comment.get_by_role("link", name="취소").click()
    expect(body).to_have_count(0)
    expect(answer).to_be_focused()


def test_an_answer_has_the_focus_once_it_stands(article: Page) -> None:
    article.locator("#thread li.comment").first.get_by_role("link", name="답글").click()
    form = article.locator("form.write.reply")
    text = words("막차 시각도 알려 주세요.")
    fill_comment(form, text)
    form.get_by_role("button", name="답글 등록").click()
    expect(comment_with(article, text)).to_be_focused()
    expect(form).to_have_count(0)


def test_one_form_is_open_at_a_time_and_the_words_typed_in_it_are_kept(article: Page) -> None:
    comments = article.locator("#thread li.comment")
    comments.nth(0).get_by_role("link", name="답글").click()
    comments.nth(0).locator("form [name=body]").fill("쓰다 만 답글")
    comments.nth(1).get_by_role("link", name="답글").click()
    expect(article.locator("form.write.reply")).to_have_count(1)
    comments.nth(0).get_by_role("link", name="답글").click()
    expect(comments.nth(0).locator("form [name=body]")).to_have_value("쓰다 만 답글")


def test_an_edited_and_a_deleted_comment_keep_the_focus(article: Page) -> None:
    comment = by_id(article, comment_as_guest(article, words("정류장이 어디입니까.")))
    comment.get_by_role("link", name="고치기").click()
    expect(comment.locator("form.edit [name=body]")).to_be_focused()
    comment.locator("form.edit [name=body]").fill(words("정류장이 병원 앞입니까."))
    comment.locator("form.edit [name=password]").fill(SECRET)
    comment.get_by_role("button", name="고치기").click()
    expect(comment.locator("form")).to_have_count(0)
    expect(comment).to_be_focused()
    hears(article, "댓글을 고쳤습니다.")

    comment.get_by_role("link", name="지우기").click()
    password = comment.locator("form.removal [name=password]")
    expect(password).to_be_focused()
    password.fill(SECRET)
    article.keyboard.press("Enter")
    expect(comment).to_contain_text("작성자가 지운 댓글입니다.")
    expect(comment).to_be_focused()
    hears(article, "댓글을 지웠습니다.")


def test_a_wrong_password_puts_the_focus_on_the_password(article: Page, forgive) -> None:
    forgive("422")
    comment = by_id(article, comment_as_guest(article, words("요금은 그대로입니까.")))
    comment.get_by_role("link", name="지우기").click()
    password = comment.locator("form.removal [name=password]")
    password.fill("아무 말이나")
    article.keyboard.press("Enter")
    expect(password).to_have_attribute("aria-invalid", "true")
    expect(password).to_be_focused()


def test_recommending_and_sorting_comments_are_told(article: Page) -> None:
    button = article.locator("#thread button.recommend").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    hears(article, "했습니다. 모두")

    article.get_by_role("navigation", name="댓글 순서").get_by_role("link", name="추천순").click()
    expect(article.locator("#comments-heading")).to_be_focused()
    hears(article, "추천순, 댓글")


def test_enter_while_hangul_is_being_put_together_sends_nothing(article: Page) -> None:
    sent = []
    article.on("request", lambda request: sent.append(request) if request.method == "POST" else 0)
    text = words("받침까지 다 쓰고 보냅니다.")
    form = article.locator("#write")
    fill_comment(form, text)
    body = form.locator("[name=body]")
    body.press("End")

    keyboard = article.context.new_cdp_session(article)
    for modifiers in (0, CTRL):
        compose(keyboard, "안")
        press_enter(keyboard, modifiers)
        article.keyboard.insert_text("안")  # the syllable is finished
    expect(body).to_be_focused()
    assert not sent

    press_enter(keyboard, CTRL)
    expect(comment_with(article, text)).to_be_focused()
    assert len(sent) == 1


def test_words_typed_offline_are_kept_and_sent_when_the_line_is_back(
    article: Page, forgive
) -> None:
    forgive("ERR_INTERNET_DISCONNECTED")
    forgive("Failed to fetch")
    text = words("굴을 지나는 중입니다.")
    form = article.locator("#write")
    fill_comment(form, text)
    button = article.get_by_role("button", name="댓글 등록")

    article.context.set_offline(True)
    button.click()
    expect(form.get_by_role("alert")).to_contain_text("보내지 못했습니다.")
    expect(form.locator("[name=body]")).to_have_value(text)
    expect(button).to_be_enabled()

    article.context.set_offline(False)
    button.click()
    expect(comment_with(article, text)).to_have_count(1)
    expect(form.get_by_role("alert")).to_have_count(0)


def test_words_typed_survive_a_reload(article: Page) -> None:
    text = words("잘못 눌러 새로 열었습니다.")
    article.locator("#write [name=body]").fill(text)
    article.reload()
    expect(article.locator("#write [name=body]")).to_have_value(text)


def compose(keyboard: CDPSession, syllable: str) -> None:
    """A syllable that the input method still holds."""
    keyboard.send(
        "Input.imeSetComposition",
        {"text": syllable, "selectionStart": len(syllable), "selectionEnd": len(syllable)},
    )


def press_enter(keyboard: CDPSession, modifiers: int = 0) -> None:
    """Enter as the browser gets it: while composing with the code of the input method."""
    key = {"key": "Enter", "code": "Enter", "modifiers": modifiers, "windowsVirtualKeyCode": 13}
    keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    if not modifiers:
        keyboard.send("Input.dispatchKeyEvent", {"type": "char", "text": "\r", **key})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
