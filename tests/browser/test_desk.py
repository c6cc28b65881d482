"""Moderation queue in a browser: cleared by keys alone, by touch, and by two moderators at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import Article, Guest, Queue, Report, Ruling, User
from tests.browser.deeds import hears

SECRET = "느티나무 그늘"
MANY = 20
HELD = {"phase": "links", "why": "다른 사이트 링크", "what": ["shop.example"]}
TOLD = {"phase": "reports", "why": "신고", "what": ["욕설·비방 3"]}


@pytest.fixture(scope="module")
def sown(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample paper, its queue cleared, with forty-six mixed comments in it."""
    instance = tmp_path_factory.mktemp("desk") / "instance"
    shutil.copytree(sown, instance)
    app = create_app(Settings.for_tests(instance))
    with app.app_context():
        editor = db.session.scalars(User.named("pyeonjip")).one()
        for item in Queue(editor).items:
            Ruling.make(editor, "keep", {item.comment: item.comment.seen})
        article = db.session.scalars(Article.latest().limit(1)).one()
        for number in range(46):
            pile(article, number)
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return instance


def pile(article: Article, number: int) -> None:
    """In turn: reported and still seen, held by the machine, reported until it was hidden."""
    by = Guest(f"손님 {number}")
    comment = article.comment(
        f"{number}번째로 드리는 말씀입니다.", by=by, nickname="물안개", password=SECRET
    )
    kind = number % 3
    seen = {"reason": "abuse", "revision": 1, "body": comment.body, "weight": 1}
    for reporter in range((number % 2 + 1, 0, 3)[kind]):
        db.session.add(Report(comment=comment, reporter=f"g:{reporter}", **seen))
    if kind:
        comment.hold_back(("machine", "reports")[kind - 1], [(HELD, TOLD)[kind - 1]])


@pytest.fixture
def at_desk(sign_in) -> Callable[..., Page]:
    def come(page: Page, who: str = "moderator") -> Page:
        sign_in(page, who)
        page.goto("/moderation")
        return page

    return come


def waiting(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator("#waiting").inner_text()))


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def test_eight_fill_the_first_screen_of_a_desktop(desktop: Page, at_desk) -> None:
    cards = at_desk(desktop).locator("#queue > li")
    begun = [card.bounding_box() for card in cards.all()]
    assert sum(box["y"] + box["height"] <= 900 for box in begun) >= 8
    deeds = cards.first.locator(".acts .btn").first.bounding_box()
    words = cards.first.locator(".c-text").bounding_box()
    assert deeds["x"] > words["x"] + words["width"]


def test_further_deeds_open_without_cutting_a_button(desktop: Page, at_desk) -> None:
    at_desk(desktop)
    desktop.locator(".more-ways summary").first.click()
    expect(desktop.get_by_role("link", name="앞뒤 댓글").first).to_be_visible()
    cut = """buttons => buttons
        .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth)
        .map(each => each.innerText)"""
    assert desktop.locator(".ways-on .btn").evaluate_all(cut) == []


def test_further_deeds_never_stand_over_the_words(desktop: Page, at_desk) -> None:
    over = """cards => cards.filter(card => {
        const words = card.querySelector(".told").getBoundingClientRect();
        const deeds = [...card.querySelectorAll(".ways-on .btn")].filter(each => each.checkVisibility());
        return deeds.some(each => each.getBoundingClientRect().left < words.right);
    }).map(card => card.id)"""
    cards = at_desk(desktop).locator("#queue > li")
    for card in cards.all():
        card.locator(".more-ways summary").click()
    assert cards.evaluate_all(over) == []


def test_two_at_once_decide_on_nothing_they_have_not_seen(
    desktop: Page, open_page: Callable[..., Page], at_desk, forgive
) -> None:
    forgive("409")
    first, second, writer = at_desk(desktop), at_desk(open_page(), "admin"), open_page()
    name = first.locator("#queue > li:has([value=hold])", has_text="신고").first.get_attribute("id")
    writer.goto(f"/comments/{name.removeprefix('comment-')}/edit")
    writer.locator("main [name=body]").fill("고쳐 쓴 말씀입니다.")
    writer.locator("main [name=password]").fill(SECRET)
    writer.get_by_role("button", name="고치기").click()
    writer.wait_for_url(re.compile("/articles/"))
    card, other = first.locator(f"#{name}"), second.locator(f"#{name}")
    card.locator(".reasons summary").click()
    card.get_by_role("button", name="허위").click()
    expect(card.get_by_role("alert")).to_contain_text("글쓴이가 그사이 고쳤습니다.")
    expect(card.locator(".c-text")).to_have_text("고쳐 쓴 말씀입니다.")
    expect(card).to_be_focused()
    card.locator(".reasons summary").click()
    card.get_by_role("button", name="허위").click()
    expect(card).to_have_count(0)
    other.get_by_role("button", name="그대로 두기").click()
    expect(other.get_by_role("alert")).to_contain_text(
        "나루지기 님이 이미 정했습니다: 지움 (허위)."
    )


def test_twenty_are_cleared_by_keys_alone(desktop: Page, at_desk) -> None:
    keys, left = at_desk(desktop).keyboard, waiting(desktop)
    keys.press("j")  # at once: nothing was clicked, nothing has the focus
    deeds = cycle(("j", "a", "h", "k", "d1", "d6"))
    for deed in islice(deeds, MANY * 6 // 4):
        card = desktop.locator(f"#{focused(desktop)}")
        for key in deed:
            keys.press(key)
        if deed not in "jk":
            expect(card).to_have_count(0)
            left -= 1
            expect(desktop.locator("#waiting")).to_have_text(f"({left})")
        assert focused(desktop).startswith("comment-")
    hears(desktop, f"{left}개 남음. u를 누르면 되돌립니다.")
    keys.press("u")
    expect(card).to_be_focused()
    expect(desktop).to_have_title(re.compile(rf"^검토 \({left + 1}\)"))


def test_keys_can_be_switched_off_and_stay_off(desktop: Page, at_desk) -> None:
    at_desk(desktop)
    desktop.get_by_role("button", name="단축키 켬").click()
    desktop.reload()
    expect(desktop.get_by_role("button", name="단축키 끔")).to_have_attribute(
        "aria-pressed", "false"
    )
    left = waiting(desktop)
    desktop.locator("#queue > li").first.focus()
    desktop.keyboard.press("a")
    desktop.get_by_role("button", name="단축키 끔").click()
    desktop.locator("#queue > li").first.focus()
    desktop.keyboard.press("?")
    expect(desktop.get_by_role("dialog", name="단축키")).to_be_visible()
    assert waiting(desktop) == left


def test_twenty_are_cleared_by_touch(phone: Page, at_desk) -> None:
    left = waiting(at_desk(phone))
    ways = cycle((("보이기|그대로 두기",), ("가려 두기|가리기",), ("^지우기", "광고")))
    kinds = set()
    for way in islice(ways, MANY):
        card = phone.locator(f"#{phone.locator('#queue > li').first.get_attribute('id')}")
        kinds.add("신고 3번" in card.inner_text())
        for name in way:
            card.locator(".acts .btn", has_text=re.compile(name)).first.tap()
        expect(card).to_have_count(0)
        left -= 1
    expect(phone.locator("#waiting")).to_have_text(f"({left})")
    assert kinds == {True, False}  # what readers reported and what the machine held
    assert phone.evaluate("document.documentElement.scrollWidth") == 375
    phone.get_by_role("button", name="되돌리기").tap()
    expect(phone.locator("#waiting")).to_have_text(f"({left + 1})")


def test_a_quick_finger_deletes_with_two_taps_and_judges_one_card_with_a_double_one(
    phone: Page, at_desk
) -> None:
    left = waiting(at_desk(phone))
    card = phone.locator(f"#{phone.locator('#queue > li').first.get_attribute('id')}")
    card.locator(".reasons summary").tap()
    card.get_by_role("button", name="광고").dispatch_event("click", {"detail": 2})
    expect(card).to_have_count(0)
    following = phone.locator("#queue > li .acts [value=keep]").first
    following.dispatch_event("click", {"detail": 2})  # the same finger, on what came up under it
    expect(phone.locator("#waiting")).to_have_text(f"({left - 1})")


def test_what_opens_on_a_phone_opens_in_sight_above_the_bar(phone: Page, at_desk) -> None:
    first = at_desk(phone).locator("#queue > li").first
    first.get_by_role("button", name=re.compile("보이기|그대로 두기")).tap()
    expect(phone.locator("#undo")).to_contain_text("물안개: “")
    card = phone.locator(f"#{phone.locator('#queue > li').nth(1).get_attribute('id')}")
    card.locator(".more-ways summary").tap()
    card.get_by_role("link", name="앞뒤 댓글").tap()
    expect(card.get_by_role("heading", name="앞뒤 댓글")).to_be_focused()
    assert phone.evaluate(
        """() => {
          const panel = document.querySelector(".drawer .panel").getBoundingClientRect();
          const bar = document.querySelector(".tray").getBoundingClientRect();
          return panel.top >= 0 && (panel.bottom <= bar.top || panel.top < 2 * 16);
        }"""
    )


def test_many_are_ticked_and_deleted_at_once(plain_page: Page, at_desk) -> None:
    left = waiting(at_desk(plain_page))
    for card in range(2):
        plain_page.locator("#queue > li input[type=checkbox]").nth(card).check()
    plain_page.locator("#bulk").get_by_role("button", name="지우기").click()
    expect(plain_page.get_by_role("heading", name="댓글 2개를 지울까요?")).to_be_visible()
    plain_page.get_by_label("도배").check()
    plain_page.get_by_role("button", name="지우기").click()
    hears(plain_page, "댓글 2개를 지웠습니다.")
    assert waiting(plain_page) == left - 2
    plain_page.get_by_role("button", name="되돌리기").click()
    hears(plain_page, "되돌렸습니다.")
    assert waiting(plain_page) == left


def test_who_wrote_and_what_stands_around_open_beside_the_card(page: Page, at_desk) -> None:
    card = at_desk(page).locator("#queue > li").first
    card.locator(".name").click()
    expect(card.get_by_role("heading", name="물안개")).to_be_focused()
    card.get_by_label("새 메모").fill("지난주에도 왔습니다.")
    card.get_by_role("button", name="메모 남기기").click()
    expect(card.locator(".hand")).to_contain_text("지난주에도 왔습니다.")
    card.locator(".more-ways summary").click()
    card.get_by_role("link", name="앞뒤 댓글").click()
    expect(card.get_by_role("heading", name="앞뒤 댓글")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_focused()
    expect(card.locator(".drawer")).to_be_empty()
