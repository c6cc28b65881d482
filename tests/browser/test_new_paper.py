"""A new paper: from the first password to the first article, by links alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.conftest import migrate

SECRET = "파란 나룻배가 열두 척"
SIZES = {"phone, no script": (PHONE, False), "desktop": (DESKTOP, True)}


@pytest.fixture(scope="module", params=list(SIZES))
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple:
    """(size, whether scripts run, 한도윤's first password, the data of a paper with nobody else)."""
    instance = tmp_path_factory.mktemp("new") / "instance"
    instance.mkdir()
    settings = Settings.for_tests(instance)
    migrate(settings)
    with create_app(settings).app_context():
        _user, password = User.appoint("doyun", "한도윤", "admin")
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return (*SIZES[request.param], password, instance)


@pytest.fixture(scope="module")
def sown(begun: tuple) -> Path:
    return begun[-1]


def next_step(page: Page, name: str) -> None:
    page.locator(".steps").get_by_role("link", name=name).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="저장", exact=True).click()


def test_the_first_article_is_online_without_a_dead_end(begun: tuple, open_page) -> None:
    size, javascript, password, _ = begun
    page = open_page(size, javascript=javascript)
    page.goto("/")
    page.get_by_role("link", name="로그인").click()
    page.get_by_label("아이디").fill("doyun")
    page.get_by_label("비밀번호").fill(password)
    page.locator("main button.go").click()
    page.get_by_label("지금 비밀번호").fill(password)
    page.get_by_label("새 비밀번호").fill(SECRET)
    page.get_by_role("button", name="바꾸기").click()
    next_step(page, "발행 정보")
    page.get_by_label("제호").fill("물결신문")
    save(page)
    next_step(page, "메뉴와 게시판")
    page.get_by_label("게시판 이름").fill("우리 동네")
    page.get_by_label("주소 이름").fill("town")
    page.get_by_label("메뉴 이름").fill("지역소식")
    save(page)
    expect(page.locator(".steps .done")).to_have_count(2)
    next_step(page, "첫 글")
    page.locator("#title").fill("나루터에 새 배가 들어옵니다")
    page.locator(".sun-editor-editable" if javascript else "#body").first.fill("토요일부터입니다.")
    page.locator("#ends [value=publish]").click()
    page.locator("main form button.go").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("나루터에 새 배가 들어옵니다")
    page.goto("/")
    expect(page.locator(".steps")).to_have_count(0)
    expect(page.get_by_role("link", name="나루터에 새 배가 들어옵니다")).to_be_visible()
