"""While another process holds the database's write lock, readers hear of it and lose nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.deeds import (
    PHONE_OR_PLAIN_DESK,
    SECRET,
    address_of,
    comment_with,
    fill_comment,
    scripted,
    words,
)

KIMJANG = "배추 1,200포기에 담은 마음"
SENTENCE = "지금은 저장할 수 없습니다. 쓰신 글은 그대로 있습니다. 잠시 뒤 다시 눌러 주세요."
TOLD = 10_000  # milliseconds; a writer waits for five seconds, and for a form's stamp for two


@pytest.fixture
def unlock(instance: Path, site: str, forgive) -> Iterator[Callable[[], None]]:
    """The database is locked until this is called."""
    forgive("503")
    with closing(sqlite3.connect(instance / "board.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield lambda: other.execute("ROLLBACK")


@PHONE_OR_PLAIN_DESK
def test_a_comment_is_refused_with_its_words_and_sent_again_once(
    any_page: Page, site: str, unlock
) -> None:
    path, text = address_of(site, KIMJANG), words("김장 김치 잘 먹었습니다.")
    any_page.goto(path)
    form = any_page.locator("#write")
    fill_comment(form, text)
    form.get_by_role("button", name="댓글 등록").click(timeout=TOLD)
    if with_script := scripted(any_page):
        expect(form.get_by_role("button", name="등록하는 중…")).to_be_visible()
        expect(form.locator("#error")).to_have_text(SENTENCE, timeout=TOLD)
        expect(form).not_to_have_attribute("aria-busy", "true")
        expect(form.locator("[name=body]")).to_have_value(text)
    else:
        form = any_page.locator("main form").filter(has_text="다시 보내기")
        expect(any_page.get_by_role("heading", name="지금은 저장할 수 없습니다")).to_be_visible()
        expect(any_page.get_by_label("쓰신 글은 그대로 있습니다")).to_have_value(text)
        form.get_by_label("비밀번호").fill(SECRET)

    unlock()
    form.get_by_role("button", name="댓글 등록" if with_script else "다시 보내기").click()
    expect(comment_with(any_page, text)).to_be_visible()
    any_page.goto(path)
    expect(comment_with(any_page, text)).to_have_count(1)


def test_who_recommends_and_reports_is_told_too(desktop: Page, site: str, unlock) -> None:
    desktop.goto(address_of(site, KIMJANG))
    comment = desktop.locator("#thread li.comment").first
    button = comment.locator("button.recommend")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(comment.locator("#error")).to_have_text(
        "지금은 저장할 수 없습니다. 잠시 뒤 다시 눌러 주세요.", timeout=TOLD
    )
    expect(button).not_to_have_attribute("aria-busy", "true")

    comment.get_by_role("link", name="신고", exact=True).click()
    form = desktop.locator("form[id^=report-]")
    form.get_by_label("허위").check()
    form.get_by_role("button", name="신고하기").click()
    expect(form.locator("#error")).to_have_text(SENTENCE, timeout=TOLD)
    expect(form.get_by_label("허위")).to_be_checked()

    unlock()
    form.get_by_role("button", name="신고하기").click()
    expect(comment).to_contain_text("신고함")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(desktop.locator("#error")).to_have_count(0)
