"""Benchmark of a reader's journey from a shared link on a slow connection.

`python -m tests.bench journey`: on a phone with an empty cache somebody opens an article with fifty
comments from a link, writes a comment, recommends, goes to the list of the board and on to another
article. Of each step: the first contentful paint and the moment its words can be read, in
milliseconds from the press; of a deed, when the reader sees that it is done.

"Slow 3G" has been two things. WebPageTest's line of that name is 400 kbit/s with 400 ms there and
back; words are wanted there before 2.5 s. The developer tools of Chromium send 400 kbit/s too, but
hold back every single answer for 2 s: there nothing can be read before the page's answer and its
style sheet's, 4 s. Both are printed; the second says how a page behaves when it must ask twice.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import arguments, find
from tests.browser.conftest import PHONE
from tests.browser.deeds import comment_with, fill_comment, words
from tests.browser.gate.paper import served
from tests.tools.lighthouse import sown

PATIENCE = 60_000
LINES = {"400 kbit/s, 400 ms": (50_000, 400), "400 kbit/s, 2 s": (50_000, 2_000)}  # bytes/s, ms

# Asked every frame from inside the page: are the words there, drawn?
WATCH = """
  window.readable = new Promise((told) => {
    const look = () => {
      const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      const words = document.querySelector(".prose p, .rows .t");
      if (painted && words?.checkVisibility()) told([painted, performance.now()]);
      else requestAnimationFrame(look);
    };
    look();
  });
"""


@dataclass(frozen=True)
class Step:
    """One step of the journey, in milliseconds."""

    name: str
    painted: float
    readable: float

    def row(self) -> str:
        return f"{self.name:30}{self.painted:12.0f}{self.readable:10.0f}"


def main(_names: list[str]) -> int:
    chromium = find()
    with tempfile.TemporaryDirectory() as folder:
        paper = sown(Path(folder))
        with served(paper) as site, sync_playwright() as playwright:
            # Only the first reader after a start waits until the templates are compiled.
            urlopen(site + paper.places["article"]).close()  # noqa: S310
            browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
            for name, line in LINES.items():
                say(f"\n{name:30}{'first paint':>12}{'readable':>10}")
                for step in journey(browser, line, site + paper.places["article"]):
                    say(step.row())
            browser.close()
    return 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def journey(browser: Browser, line: tuple[int, int], link: str) -> Iterator[Step]:
    page = browser.new_context(**PHONE, locale="ko-KR").new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.add_init_script(WATCH)
    slow(page, *line)
    yield opened("article, from a shared link", page, lambda: page.goto(link, wait_until="commit"))
    yield done("a comment", page, comment)
    yield done("a recommendation", page, recommend)
    board = page.locator(".crumbs a").last
    yield opened("the list", page, lambda: board.click(no_wait_after=True))
    other = page.locator(".row:not(.pinned) .c-title a").nth(1)
    yield opened("the next article", page, lambda: other.click(no_wait_after=True))
    page.context.close()


def slow(page: Page, pace: int, wait: int) -> None:
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    shape = {"latency": wait, "downloadThroughput": pace, "uploadThroughput": pace}
    tools.send("Network.emulateNetworkConditions", {"offline": False, **shape})


def opened(name: str, page: Page, go: Callable) -> Step:
    """A page that is gone to: its own clock starts when it is asked for."""
    before = page.url
    go()
    page.wait_for_url(lambda url: url != before, wait_until="commit")
    painted, readable = page.evaluate("readable")
    page.wait_for_load_state("load")
    return Step(name, painted, readable)


def done(name: str, page: Page, act: Callable) -> Step:
    """A deed in the page: from the press until the reader sees that it is done."""
    start = time.perf_counter()
    act(page)
    took = (time.perf_counter() - start) * 1_000
    return Step(name, took, took)


def comment(page: Page) -> None:
    text = words("느린 줄에서도 읽힙니다.")
    fill_comment(page.locator("#write"), text)
    page.get_by_role("button", name="댓글 등록").click()
    expect(comment_with(page, text)).to_be_focused()


def recommend(page: Page) -> None:
    page.locator("#recommend-button").click()
    expect(page.locator("#recommend-button")).to_have_attribute("aria-pressed", "true")
