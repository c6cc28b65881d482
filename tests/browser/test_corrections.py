"""A correction from the request to the box on top, on a phone, with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from board import clock
from tests.browser.conftest import DESKTOP, PHONE


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_asks_the_editor_accepts_and_everybody_reads(
    javascript: bool, open_page: Callable[..., Page], sign_in
) -> None:
    reader = open_page(PHONE, javascript=javascript)
    reader.goto("/boards/solnae")
    reader.locator("main .c-title a").first.click()
    reader.get_by_role("link", name="정정·반론 보도 청구").click()
    title = reader.locator(".about a").inner_text()
    _fill(reader, wanted=f"모두 열두 곳입니다. ({javascript})")
    reader.get_by_role("button", name="청구 보내기").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("청구를 받았습니다")
    receipt = reader.locator(".receipt").inner_text()

    desk = open_page(DESKTOP, javascript=javascript)
    sign_in(desk, "admin")
    desk.goto("/newsroom/correction-requests")
    desk.get_by_role("link", name=receipt).click()
    desk.get_by_role("button", name="받아들이기").click()
    desk.get_by_role("button", name="게재하기").click()
    expect(desk.get_by_label("게재 통지")).to_have_value(re.compile("게재했습니다"))

    reader.goto("/corrections")
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("section.correction").first).to_contain_text(
        f"열두 곳입니다. ({javascript})"
    )


def _fill(page: Page, wanted: str) -> None:
    page.get_by_label("정정보도: 사실과 다른").check()
    page.get_by_label("글의 어느 곳이 어떻게 다릅니까").fill("모두 열 곳이라고 썼습니다.")
    page.get_by_label("어떻게 게재하기를 바라십니까").fill(wanted)
    page.get_by_label("글과 어떤 관계입니까").fill("글에 나온 사람")
    page.get_by_label("알게 된 날").fill(clock.today().isoformat())
    page.get_by_label("이름", exact=True).fill("정한별")
    page.get_by_label("연락처", exact=True).fill("010-0000-0000")
    page.get_by_label("이름과 연락처를 청구를").check()
