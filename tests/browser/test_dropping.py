"""Release import in a browser: from a dropped file to publication in a few clicks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.deeds import hears
from tests.releases.corpus import releases
from tests.releases.writing import written

DOCUMENTS = Path(__file__).parents[1] / "documents"
MOST_CLICKS = 4
NO_BOARD = "0"
EDITOR = re.compile(r"/articles/\d+/edit")
READING = 30_000  # milliseconds, on a busy machine
NAMED = {release.name: release for release in releases()}


class Hand:
    """Counts its clicks."""

    def __init__(self) -> None:
        self.clicks = 0

    def press(self, button: Locator) -> None:
        self.clicks += 1
        button.click()


def file_of(name: str, format_: str) -> dict:
    name, content = written(NAMED[name], format_)
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def publish(page: Page, hand: Hand) -> None:
    """From the editor on: what photos show is typed, a board chosen where the release speaks for none,
    the rest is pressed."""
    board = page.get_by_label("게시판", exact=True)
    if board.input_value() == NO_BOARD:
        hand.clicks += 1
        board.select_option(label="지역소식 › 솔내시")
    silent = page.locator("#enclosures input[name$=-alt]")
    for number in range(silent.count()):
        silent.nth(number).fill("나루터에 모인 사람들")
    if silent.count():
        hand.press(page.get_by_role("button", name="설명 저장").first)
        expect(page.get_by_text("화면 읽기용 설명이 없습니다.")).to_have_count(0)
    hand.press(page.get_by_role("button", name="저장하고 게시하기"))
    hand.press(page.get_by_role("button", name="게시하기", exact=True))
    hears(page, "게시했습니다.")


DROPPED = [
    ("repair-bus", "hwpx"),
    ("bilingual", "docx"),
    ("rescue", "pdf"),
    ("covered", "eml+hwpx"),
    ("numbered-heads.hwp", ""),
]


@pytest.mark.parametrize(("name", "format_"), DROPPED, ids=[each[0] for each in DROPPED])
def test_a_dropped_file_is_published_in_a_few_clicks(
    desktop: Page, open_page: Callable[..., Page], sign_in, name: str, format_: str
) -> None:
    sign_in(desktop, "admin")
    desktop.goto("/newsroom")
    sent = file_of(name, format_) if format_ else DOCUMENTS / name
    desktop.locator("#files-to-draft").set_input_files(sent)
    desktop.wait_for_url(EDITOR, timeout=READING)
    hand = Hand()
    publish(desktop, hand)
    assert hand.clicks <= MOST_CLICKS + 1  # the board
    guest = open_page()
    assert guest.goto(desktop.url).status == 200
    if format_:
        expect(guest.get_by_role("heading", level=1)).to_have_text(NAMED[name].title)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripted", "plain"])
def test_on_a_phone_it_goes_the_same_way(open_page, sign_in, javascript: bool) -> None:
    page = open_page(PHONE, javascript=javascript)
    sign_in(page, "admin")
    page.goto("/newsroom/articles/new")
    page.locator("#files-to-draft").set_input_files(file_of("ferry", "hwpx"))
    hand = Hand()
    if not javascript:
        hand.press(page.get_by_role("button", name="올려서 글 만들기"))
    page.wait_for_url(EDITOR, timeout=READING)
    expect(page.get_by_label("제목", exact=True)).to_have_value(NAMED["ferry"].title)
    publish(page, hand)
    assert hand.clicks <= MOST_CLICKS + 1 + (not javascript)


def test_a_release_that_names_its_town_is_published_in_three_clicks(desktop: Page, sign_in) -> None:
    sign_in(desktop, "admin")
    desktop.goto("/newsroom")
    story = "두물군(군수 한여울)은 나루터에 버드나무 서른 그루를 심었다고 5일 밝혔다."
    words = f"두물군, 나루터에 버드나무 심어\n\n{story}\n"
    sent = {"name": "나무.txt", "mimeType": "text/plain", "buffer": words.encode()}
    desktop.locator("#files-to-draft").set_input_files(sent)
    desktop.wait_for_url(EDITOR, timeout=READING)
    expect(desktop.get_by_label("게시판", exact=True)).not_to_have_value(NO_BOARD)
    hand = Hand()
    publish(desktop, hand)
    assert hand.clicks < MOST_CLICKS
    expect(desktop.get_by_role("link", name="두물군").first).to_be_visible()


def test_the_whole_zone_takes_a_file_and_without_a_script_it_shows_what_is_chosen(
    open_page, sign_in
) -> None:
    page = open_page(DESKTOP, javascript=False)
    sign_in(page, "admin")
    page.goto("/newsroom")
    send = page.get_by_role("button", name="올려서 글 만들기")
    expect(send).not_to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.locator(".drop-zone").get_by_text("파일 고르기").click(
            force=True
        )  # the box lies over it
    chooser.value.set_files([file_of("ferry", "hwpx"), file_of("repair-bus", "docx")])
    send.click()
    for name in ("ferry", "repair-bus"):
        row = page.locator(".arrival", has_text=NAMED[name].title)
        expect(row.get_by_role("link", name="열기")).to_be_visible(timeout=READING)
    page.goto("/newsroom")
    arrived = page.get_by_role("region", name="들어온 보도자료")
    expect(arrived.get_by_role("link", name=NAMED["ferry"].title)).to_be_visible()


def test_several_files_each_say_what_became_of_them(open_page, sign_in, forgive) -> None:
    forgive("422")
    page = open_page(DESKTOP)
    sign_in(page, "admin")
    page.goto("/newsroom")
    locked = DOCUMENTS / "distribution-locked.hwp"
    copies = [
        {"name": path.name, "mimeType": "", "buffer": path.read_bytes()}
        for path in (locked, DOCUMENTS / "no-manifest.hwpx")
    ]
    page.locator("#files-to-draft").set_input_files([*copies, file_of("wardens", "hwpx")])
    arrived = page.get_by_role("region", name="들어온 보도자료")
    rows = arrived.locator(".arrival")
    expect(rows).to_have_count(3)
    expect(arrived.get_by_text("새로 들어온 보도자료가 없습니다.")).not_to_be_visible()
    hears(page, "파일 3개를 다 보냈습니다.")
    expect(rows).to_have_count(1)  # the one that could not be read
    expect(rows).to_contain_text("배포용 문서라")
    draft = arrived.get_by_role("link", name=NAMED["wardens"].title)
    expect(arrived.get_by_text("문단").filter(has_text="no-manifest")).to_have_count(1)
    draft.click()
    expect(page.get_by_label("제목", exact=True)).to_have_value(NAMED["wardens"].title)


def test_photos_in_the_text_survive_the_rich_editor(desktop: Page, sign_in) -> None:
    sign_in(desktop, "admin")
    desktop.goto("/newsroom")
    desktop.locator("#files-to-draft").set_input_files(file_of("orchard-photos", "hwpx"))
    desktop.wait_for_url(EDITOR, timeout=READING)
    written_before = desktop.locator("#body").get_attribute("data-html")
    assert 'img src="/photos/' in written_before
    desktop.locator(".sun-editor-editable p").first.click()
    desktop.keyboard.press("End")
    desktop.keyboard.insert_text(" 더 쓴 말")
    desktop.get_by_role("button", name="임시 저장").click()
    hears(desktop, "저장했습니다.")
    after = desktop.locator("#body").get_attribute("data-html")
    assert after.replace(" 더 쓴 말", "") == written_before and "더 쓴 말" in after
