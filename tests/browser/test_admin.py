"""The newsroom of one: a page pasted, a photo, publishing, taking back, the menu, the imprint."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from board import clock
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.deeds import hears, words

PASTED = """물돌이신문
지역소식 독자마당 알림
새터군, 겨울 철새 탐조 길 세 갈래 연다
윤달래 기자 2026-11-18 09:30 추천 3 댓글 1 조회 77
새터군, 겨울 철새 탐조 길 세 갈래 연다
 - 모래톱 전망대에 망원경 여덟 대
 - 초등학생은 해설사와 함께

새터군은 이달 마지막 토요일부터 모래톱을 따라 겨울 철새를 볼 수 있는 길 세 갈래를 엽니다. 길마다 한 시간쯤 걸립니다.

전망대에는 망원경을 두고, 주말에는 해설사가 새 이름과 먹이를 알려 줍니다. 참가비는 없습니다.

군 관계자는 “새가 놀라지 않도록 밝은 옷은 피해 주시면 고맙겠습니다”라고 말했습니다.

목록
다음글 새터군 보건소, 평일 저녁 진료 시작
발행인 한도윤 | 편집인 서지안
"""
TITLE = "새터군, 겨울 철새 탐조 길 세 갈래 연다"


@pytest.fixture(params=["phone", "desktop-plain"])
def desk(request: pytest.FixtureRequest, open_page: Callable[..., Page], sign_in) -> Page:
    """The editor at work, played on a phone with scripts and on a desktop without."""
    plain = request.param.endswith("plain")
    page = open_page(DESKTOP if plain else PHONE, javascript=not plain)
    sign_in(page, "admin")
    return page


def test_a_pasted_page_is_published_taken_back_and_put_back(
    any_page: Page, open_page: Callable[..., Page], sign_in, forgive
) -> None:
    forgive("410")
    sign_in(any_page, "admin")
    any_page.get_by_role("link", name="편집실", exact=True).click()
    any_page.get_by_role("link", name="붙여 넣어 새 글").click()
    any_page.get_by_label("게시판", exact=True).select_option(label="지역소식 › 두물군")
    any_page.get_by_label("붙여 넣는 곳").fill(PASTED)
    any_page.get_by_role("button", name="초안 만들기").click()

    title = any_page.get_by_label("제목", exact=True)
    expect(title).to_have_value(TITLE)
    expect(any_page.get_by_label("부제")).to_have_value(re.compile("망원경 여덟 대\n초등학생은"))
    expect(body_of(any_page)).to_be_visible()
    expect(body_of(any_page)).to_contain_text("참가비는 없습니다.")
    any_page.get_by_text("가져올 때 뺀 것").click()
    expect(any_page.locator("#cut")).to_contain_text("다음글")

    better = words("새터군 철새 탐조 길")
    title.fill(better)
    add_photo(any_page, "모래톱에 앉은 두루미 두 마리")
    any_page.get_by_role("button", name="저장하고 게시하기").click()
    any_page.get_by_role("button", name="게시하기", exact=True).click()
    hears(any_page, "게시했습니다.")
    path = any_page.url

    guest = open_page()
    assert guest.goto(path).status == 200
    expect(guest.get_by_role("heading", level=1)).to_have_text(better)
    expect(guest.get_by_role("img", name="모래톱에 앉은 두루미 두 마리")).to_be_visible()

    any_page.locator("main > .notice").get_by_role("link", name="고치기").click()
    any_page.get_by_role("link", name="게시 중단", exact=True).click()
    any_page.get_by_label(re.compile("사유")).fill("날짜가 바뀌었습니다.")
    any_page.get_by_role("button", name="게시 중단하기").click()
    hears(any_page, "게시를 중단했습니다.")
    assert guest.goto(path).status == 410
    expect(guest.get_by_role("heading", level=1)).to_be_visible()

    any_page.get_by_role("button", name="되살리기").click()
    hears(any_page, "글을 되살렸습니다.")
    assert guest.goto(path).status == 200


def test_an_article_is_scheduled_and_called_off(
    desk: Page, open_page: Callable[..., Page], forgive
) -> None:
    forgive("404")
    headline = words("내일 아침 솔내 장날 풍경")
    write_article(desk, headline, "<p>장이 섭니다.</p>", then="저장하고 게시하기")
    desk.get_by_label("예약합니다").check()
    tomorrow = clock.local(clock.now() + timedelta(days=1))
    desk.get_by_label("예약 시각").fill(tomorrow.strftime("%Y-%m-%dT%H:%M"))
    desk.get_by_role("button", name="게시하기", exact=True).click()
    hears(desk, "예약했습니다.")
    expect(desk.locator("#standing")).to_contain_text("저절로 게시됩니다.")

    number = re.search(r"/articles/(\d+)", desk.url)[1]
    assert open_page().goto(f"/articles/{number}").status == 404
    desk.get_by_role("button", name="예약 취소").click()
    expect(desk.locator("#standing")).to_contain_text("초안")


def test_a_notice_stands_on_top_of_its_board_until_its_last_day(
    desk: Page, open_page: Callable[..., Page]
) -> None:
    headline = words("댓글 점검 시간을 알려 드립니다")
    until = (clock.today() + timedelta(days=3)).isoformat()
    write_article(
        desk, headline, "<p>밤 한 시입니다.</p>", then="저장하고 게시하기", notice_until=until
    )
    desk.get_by_role("button", name="게시하기", exact=True).click()
    hears(desk, "게시했습니다.")

    guest = open_page()
    guest.goto("/boards/dalmoe")
    row = guest.locator("tr.row").filter(has_text=headline)
    expect(row.locator(".c-mark")).to_have_text("공지")


def test_a_headline_left_out_is_asked_for_and_the_body_is_kept(desk: Page, forgive) -> None:
    forgive("422")
    write_article(desk, "", "<p>몸만 있는 글입니다.</p>", then="임시 저장")
    expect(desk.get_by_role("alert")).to_contain_text("제목을 써 주세요.")
    expect(body_of(desk)).to_contain_text("몸만 있는 글입니다.")


def test_a_board_gets_another_name_and_the_menu_knows(desk: Page) -> None:
    desk.goto("/newsroom/boards")
    desk.get_by_role("link", name=re.compile("고치기.*갯마루")).click()
    name = words("갯마루")[:10]
    desk.get_by_label("이름", exact=False).first.fill(name)
    desk.get_by_role("button", name="저장").click()
    hears(desk, "게시판을 저장했습니다.")
    desk.goto("/")
    menu = desk.get_by_role("navigation", name="게시판")
    expect(menu.get_by_role("link", name=name)).to_be_visible()


def test_the_publishers_record_is_checked_and_stands_on_every_page(desk: Page, forgive) -> None:
    forgive("422")
    desk.goto("/newsroom/publisher/edit")
    number = desk.get_by_label("사업자등록번호")
    right = number.input_value()
    number.fill("123-45-67890")
    desk.get_by_role("button", name="저장").click()
    expect(number).to_have_attribute("aria-invalid", "true")

    number.fill(right)
    desk.get_by_label("편집인").fill("노을빛")
    desk.get_by_role("button", name="저장").click()
    hears(desk, "발행 정보를 저장했습니다.")
    desk.goto("/")
    expect(desk.get_by_role("contentinfo")).to_contain_text("노을빛")


def test_the_rich_editor_makes_text_bold(desktop: Page, sign_in) -> None:
    sign_in(desktop, "admin")
    desktop.goto("/newsroom/articles/new")
    desktop.get_by_label("제목", exact=True).fill(words("굵은 글씨가 있는 글"))
    body_of(desktop).click()
    desktop.keyboard.insert_text("모두 ")
    desktop.keyboard.press("Control+b")
    desktop.keyboard.insert_text("무료")
    desktop.get_by_role("button", name="저장하고 미리 보기").click()
    expect(desktop.locator(".prose strong")).to_have_text("무료")


def body_of(page: Page) -> Locator:
    """Where the body is written: the rich editor, or the plain box without scripts."""
    return page.locator("#body-field .sun-editor-editable:visible, #body:visible")


def write_article(page: Page, title: str, body: str, *, then: str, notice_until: str = "") -> None:
    """Fill in the editor for 달뫼군 and press the button named `then`."""
    page.goto("/newsroom/articles/new")
    page.get_by_label("게시판", exact=True).select_option(label="지역소식 › 달뫼군")
    page.get_by_label("제목", exact=True).fill(title)
    body_of(page).fill(re.sub("<[^>]+>", "", body))
    if notice_until:
        page.get_by_label("공지로 올립니다.").check()
        page.get_by_label("공지 마지막 날").fill(notice_until)
    page.get_by_role("button", name=then).click()


def add_photo(page: Page, alt: str) -> None:
    """Choose a photo, save, and write down what is seen on it."""
    photo = {"name": "두루미.jpg", "mimeType": "image/jpeg", "buffer": drawn_photo()}
    page.locator("#files").set_input_files(photo)
    if page.locator(".sun-editor").count():  # with scripts it goes up at once
        expect(page.locator("#enclosures")).to_contain_text("두루미.jpg")
    page.get_by_role("button", name="임시 저장").click()
    hears(page, "저장했습니다.")
    page.get_by_label("사진 설명(화면 읽기용)").fill(alt)
    page.get_by_role("button", name="설명 저장").click()
    expect(page.locator("#enclosures .error")).to_have_count(0)


def drawn_photo() -> bytes:
    """A small picture in JPEG: water, and something white on it."""
    picture = Image.new("RGB", (600, 400), "#4a7a9c")
    ImageDraw.Draw(picture).ellipse((240, 160, 360, 240), fill="white")
    file = BytesIO()
    picture.save(file, "JPEG")
    return file.getvalue()
