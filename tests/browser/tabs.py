"""Reused browsers: starting one costs a second, resetting one next to nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import cycle

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

PATIENCE = 5_000  # milliseconds for anything a page should do at once
PARKED = "/healthz"  # a page of ours on which nothing happens
ADDRESSES = cycle(range(1, 255))
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@dataclass
class Tabs:
    """The browsers of one site. `problems` is what their pages have complained of."""

    browser: Browser
    site: str
    problems: list[str] = field(default_factory=list)
    _free: dict[str, list[Page]] = field(default_factory=lambda: defaultdict(list))
    _taken: list[tuple[str, dict, Page]] = field(default_factory=list)

    def take(self, size: dict, *, javascript: bool = True, script: str = "") -> Page:
        """A browser of this size in which nobody has been, at an address of its own; `script` runs
        in each of its pages."""
        kind = repr((size, javascript, script))
        free = self._free[kind]
        page = free.pop() if free else self._open(size, javascript, script)
        page.context.set_extra_http_headers({"X-Forwarded-For": f"203.0.113.{next(ADDRESSES)}"})
        self._taken.append((kind, size, page))
        return page

    def give_back(self, *, used_again: bool) -> None:
        """Tidy up all that were taken, or throw them away."""
        while self._taken:
            kind, size, page = self._taken.pop()
            if used_again and not page.is_closed():
                _tidy(page, size)
                self._free[kind].append(page)
            else:
                page.context.close()

    def close(self) -> None:
        for free in self._free.values():
            for page in free:
                page.context.close()

    @property
    def pages(self) -> list[Page]:
        """All that can be seen in those that are taken."""
        return [page for _, _, taken in self._taken for page in taken.context.pages]

    def _open(self, size: dict, javascript: bool, script: str) -> Page:
        context = self.browser.new_context(
            **size,
            base_url=self.site,
            java_script_enabled=javascript,
            locale="ko-KR",
            timezone_id="Asia/Seoul",
        )
        context.set_default_timeout(PATIENCE)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        _watch(page, self.problems)
        page.goto(PARKED)  # on its first page a browser without windows says where its mouse is
        return page


def _tidy(page: Page, size: dict) -> None:
    for other in page.context.pages:
        if other != page:
            other.close()
    page.unroute_all()
    page.goto(PARKED)  # whatever the former page was still doing has an end
    page.evaluate(FORGET)
    page.emulate_media(media="null", color_scheme="null")
    page.set_viewport_size(size["viewport"])
    page.context.clear_cookies()
    page.context.clear_permissions()


def _watch(page: Page, problems: list[str]) -> None:
    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not page.url.endswith(PARKED):
            problems.append(f"console {message.type} on {page.url}: {message.text}")

    def note_failure(request: Request) -> None:
        # Leaving a page ends what it was still fetching: nobody misses that.
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"request failed: {request.method} {request.url}: {request.failure}")

    page.on("console", listen)
    page.on("pageerror", lambda error: problems.append(f"exception on {page.url}: {error}"))
    page.on("requestfailed", note_failure)
