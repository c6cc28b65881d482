"""Every page in a browser: no overflow, layout shift, console error or small touch target."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.deeds import address_of, busy_copy

# A page is loaded at the first width and then drawn narrower. The phone is a narrow window: Chromium
# counts no layout shifts while it plays a telephone.
SIZES = {"phone": ({"viewport": PHONE["viewport"]}, 320), "desktop": (DESKTOP, 768)}

ANYBODYS = [
    "/",
    "/boards/solnae",
    "/boards/free?page=2",
    "/boards/free?q=없는말입니다",
    "{talked}",
    "{crowded}",
    "{crowded}/comments?page=2",
    "{crowded}/comments/new?parent={comment}",
    "/comments/{comment}/removal",
    "/search",
    "/search?q=솔내",
    "/search?q=솔",
    "/search?q=없는말입니다",
    "/session/new",
    "/registration/new",
    "/no/such/page",
]
READERS = ["/account", "/account/password", "{talked}"]
EDITORS = [
    "/newsroom",
    "/newsroom/articles?page=2",
    "/newsroom/articles?q=없는말입니다",
    "/newsroom/articles/new",
    "/newsroom{illustrated}/edit",
    "/newsroom{illustrated}",
    "/newsroom{illustrated}/withdrawal/new",
    "/newsroom{revised}/revisions",
    "/newsroom{revised}/revisions/2",
    "/newsroom{draft}/edit",
    "/newsroom{draft}/publication/new",
    "/newsroom/pastes/new",
    "/newsroom/boards",
    "/newsroom/boards/1/edit",
    "/newsroom/groups/new",
    "/newsroom/publisher/edit",
    "/newsroom/users",
    "/newsroom/users/new",
    "/newsroom/users/3/edit",
    "/newsroom/audit",
    "{talked}",
]

WATCH_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
      const moved = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) || node?.nodeName);
      window.shifts.push(`${entry.value.toFixed(4)} by ${moved.join(" and ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

# Links inside a sentence are as high as its lines; a box to tick is as high as its label.
TOO_SMALL = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hidden = (box) => box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom <= 0;
  const inSentence = (element) => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const around = element.closest("p, li, td, dd, h1, h2, h3, figcaption, .prose *");
    return around && around.innerText.trim().length > element.innerText.trim().length;
  };
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter((element) => shown(element) && !inSentence(element))
    .map((element) => [element, (/checkbox|radio/.test(element.type) && element.closest("label")) || element])
    .map(([element, target]) => [element, target.getBoundingClientRect()])
    .filter(([, box]) => !hidden(box) && box.height < 43.9)
    .map(([element, box]) => `${box.height.toFixed(1)}px ${element.outerHTML.slice(0, 120)}`);
}"""

STICKING_OUT = """(width) => {
  const root = document.documentElement;
  if (root.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
  return [`${root.scrollWidth}px wide: ` + (wide.at(-1)?.outerHTML.slice(0, 120) ?? "?")];
}"""


@pytest.fixture(scope="module")
def sown(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return busy_copy(sown, tmp_path_factory.mktemp("busy") / "instance")


@pytest.fixture(params=list(SIZES))
def looking(
    request: pytest.FixtureRequest, open_page: Callable[..., Page]
) -> Callable[[str], list[str]]:
    """`looking(address)`: what is wrong with a page, in sentences.

    `looking.page` is where it is seen, `looking.look()` the same for what is open there now.
    """
    size, narrower = SIZES[request.param]
    page = open_page(size, script=WATCH_SHIFTS)

    def load(address: str) -> list[str]:
        page.goto(address)
        page.evaluate(SETTLED)
        found = [f"shifts {each}" for each in page.evaluate("window.shifts")]
        headings = page.locator("h1").count()
        found += [] if headings == 1 else [f"{headings} h1"]
        return [f"{address} {each}" for each in found + look()]

    def look() -> list[str]:
        found = []
        for width in (narrower, size["viewport"]["width"]):
            page.set_viewport_size(size["viewport"] | {"width": width})
            found += [f"{width}: {each}" for each in page.evaluate(STICKING_OUT, width)]
            found += [f"{width}: {each}" for each in page.evaluate(TOO_SMALL)]
        return found

    load.page, load.look = page, look
    return load


@pytest.fixture
def places(site: str) -> dict[str, str]:
    """Addresses of the sample paper by what stands there."""
    crowded = address_of(site, "여울사거리 신호")
    return {
        "talked": address_of(site, "노선 손질"),
        "illustrated": address_of(site, "솔내시립도서관"),
        "crowded": crowded,
        "revised": address_of(site, "일기 30"),
    }


def test_what_anybody_may_open(looking, places, forgive) -> None:
    forgive("404")
    looking.page.goto(places["crowded"])
    first = looking.page.locator("#thread li.comment").filter(has_text="약국에서 일하는데")
    places["comment"] = re.sub(r"\D", "", first.get_attribute("id"))
    assert_no_faults(looking, ANYBODYS, places)


def test_what_a_reader_may_open(looking, places, sign_in) -> None:
    sign_in(looking.page, "reader")
    assert_no_faults(looking, READERS, places)


def test_what_an_editor_may_open(looking, places, sign_in) -> None:
    sign_in(looking.page, "admin")
    looking.page.goto("/newsroom/articles?state=draft")
    edit = looking.page.locator("tr.row a").first.get_attribute("href")
    places["draft"] = re.search(r"/articles/\d+", edit)[0]
    assert_no_faults(looking, EDITORS, places)


def test_what_opens_on_a_page(looking, places, sign_in) -> None:
    page = looking.page
    sign_in(page, "moderator")
    page.goto(places["talked"])
    page.locator(".share summary").click()
    comment = page.locator("#thread li.comment").first
    for name in ("답글", "지우기"):
        comment.get_by_role("link", name=name).click()
        page.locator("form.write.reply, form.write.removal").wait_for()
        assert looking.look() == []


def assert_no_faults(looking, addresses: list[str], places: dict[str, str]) -> None:
    faults = [each for address in addresses for each in looking(address.format(**places))]
    assert not faults, "\n".join(faults)
