"""One paper for the whole gate, which nothing here changes, and a browser for each page of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.browser.conftest import DESKTOP, PHONE, ROOT
from tests.browser.gate.budgets import PAGES
from tests.browser.gate.paper import Paper, served, talked_about
from tests.browser.gate.wire import forget_what_was_fetched

PATIENCE = 30_000  # milliseconds; how long a page takes is Lighthouse's to judge, not the gate's
SIZES = {"phone": PHONE, "desktop": DESKTOP}
AXE = ROOT / "tests" / "vendor" / "axe" / "axe.min.js"


@pytest.fixture(scope="session")
def paper(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return talked_about(sown, tmp_path_factory.mktemp("gate") / "instance")


@pytest.fixture(scope="session")
def site(paper: Paper) -> Iterator[str]:
    """The address of the paper, served by the shipped command."""
    with served(paper) as url:
        yield url


@pytest.fixture(params=list(PAGES))
def name(request: pytest.FixtureRequest) -> str:
    """Played once for every page of the gate."""
    return request.param


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    """Played on a phone and on a desktop."""
    return request.param


@pytest.fixture
def tab(open_page: Callable[..., Tab], paper: Paper, site: str) -> Callable[..., Tab]:
    """`tab("editor", "phone")`: a browser in which nothing is open yet, signed in as the page asks."""

    def fresh(
        name: str, size: str = "phone", *, width: int = 0, javascript: bool = True, script: str = ""
    ) -> Tab:
        # Chromium counts no layout shifts while it plays a phone: a narrow desktop will do.
        screen = {"viewport": {"width": width, "height": 812}} if width else SIZES[size]
        tab = open_page(screen, javascript=javascript, script=script)
        tab.set_default_navigation_timeout(PATIENCE)
        if PAGES[name].role:
            cookie = {"name": "naru_session", "value": paper.token, "url": site}
            tab.context.add_cookies([cookie])
        return tab

    return fresh


@pytest.fixture
def opened(
    tab: Callable[..., Tab], paper: Paper, forgive: Callable[[str], None]
) -> Callable[..., Tab]:
    """`opened("list", "desktop")`: that page, fetched anew, drawn and at rest."""

    def open_(name: str, size: str = "phone", **how) -> Tab:
        page = PAGES[name]
        if page.status != 200:
            forgive(str(page.status))
        seen = tab(name, size, **how)
        forget_what_was_fetched(seen)
        answer = seen.goto(page.address.format(**paper.places))
        assert answer.status == page.status, f"{name} answers {answer.status}"
        return seen

    return open_


@pytest.fixture(scope="session")
def axe() -> str:
    return AXE.read_text("utf-8")
