"""Photo editing in a browser: a frame by mouse and by keys, and texts that are kept."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect


@pytest.fixture
def desk(desktop: Page, sign_in) -> Page:
    """A new draft with one photo, in the editor."""
    sign_in(desktop, "admin")
    desktop.goto("/newsroom/articles/new")
    desktop.get_by_label("제목", exact=True).fill("나루터에서 본 아침")
    desktop.locator("#files").set_input_files([picture("가.png", 1600), picture("나.png", 900)])
    desktop.get_by_role("button", name="임시 저장").click()
    expect(desktop.locator("#enclosures .photos > li")).to_have_count(2)
    return desktop


def picture(name: str, width: int) -> dict:
    """A photo of 4:3, black on its left half and white on its right."""
    image = Image.new("RGB", (width, width * 3 // 4), "black")
    image.paste("white", (width // 2, 0, width, width))
    stream = BytesIO()
    image.save(stream, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": stream.getvalue()}


def sides(page: Page) -> list[float]:
    labels = ("왼쪽에서", "위에서", "너비", "높이")
    return [float(page.get_by_label(label).input_value()) for label in labels]


def shown(page: Page) -> Image.Image:
    """The photo as it is after the deed, in its largest version."""
    address = page.locator("#enclosures .photos img").first.get_attribute("src")
    return Image.open(BytesIO(page.request.get(address).body()))


def test_a_frame_is_drawn_and_moved_with_the_mouse_and_the_rest_goes(desk: Page) -> None:
    desk.get_by_role("button", name=re.compile("자르기.*가.png")).click()
    expect(desk.locator("[data-frame].live")).to_be_visible()
    desk.get_by_label("너비").fill("40")
    desk.get_by_label("너비").press("Tab")
    left, top, width, height = sides(desk)
    assert (width, height) == (40, pytest.approx(35.6, abs=0.1))  # 3:2 on a photo of 4:3
    drawing = desk.locator("[data-frame]")
    drawing.scroll_into_view_if_needed()
    x, y, w, h = (drawing.bounding_box()[name] for name in ("x", "y", "width", "height"))
    desk.mouse.move(x + w * (left + 20) / 100, y + h * (top + 18) / 100)
    desk.mouse.down()
    desk.mouse.move(x + w, y + h * 0.5, steps=4)
    desk.mouse.up()
    assert sides(desk)[0] == 60
    desk.get_by_role("button", name="이대로 자르기").click()
    expect(desk.get_by_text("사진을 잘랐습니다.")).to_be_visible()
    assert shown(desk).getpixel((5, 5)) == pytest.approx((255, 255, 255), abs=8)
    assert shown(desk).width / shown(desk).height == pytest.approx(1.5, abs=0.02)


def test_a_region_is_found_by_keys_alone_and_blurred(desk: Page) -> None:
    desk.get_by_role("button", name=re.compile("가리기.*가.png")).focus()
    desk.keyboard.press("Enter")
    box = desk.locator("[data-frame] [role=application]")
    box.focus()
    for key in ("ArrowLeft",) * 3 + ("Shift+ArrowRight",) * 6:
        desk.keyboard.press(key)
    assert sides(desk) == [37, 35, 26, 30]
    expect(desk.locator("#live")).to_have_text("왼쪽에서 37, 위에서 35, 너비 26, 높이 30퍼센트")
    desk.get_by_role("button", name="틀 안을 흐리게").press("Enter")
    expect(desk.get_by_text("틀 안을 흐리게 했습니다.")).to_be_visible()
    desk.get_by_role("link", name="글로 돌아가기").click()
    photo = shown(desk)
    inside = photo.getpixel((photo.width // 2 + 2, photo.height // 2))
    outside = photo.getpixel((photo.width // 2 + 8, 10))
    assert inside[0] < 235 and outside[0] > 247


def test_words_being_typed_outlive_another_photos_move_and_the_articles_saving(desk: Page) -> None:
    desk.get_by_label(re.compile("화면 읽기용.*나.png")).fill("강가에 묶인 배")
    desk.get_by_role("button", name=re.compile("나.png.*앞으로")).click()
    expect(desk.locator("#enclosures .photos > li").first).to_contain_text("나.png")
    expect(desk.get_by_label(re.compile("화면 읽기용.*나.png"))).to_have_value("강가에 묶인 배")
    desk.get_by_label(re.compile("사진 설명: 가.png")).fill("물안개가 걷힌다")
    desk.get_by_role("button", name="임시 저장").click()
    desk.goto(desk.url)
    expect(desk.get_by_label(re.compile("사진 설명: 가.png"))).to_have_value("물안개가 걷힌다")
