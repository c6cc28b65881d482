"""A sample paper served by the shipped command, and a real Chromium on phone and desktop.

Every page a test gets is watched: a console error or warning, an uncaught exception or a request
that failed ends the test badly, unless the test said beforehand, by `forgive("422")`, what it means
to provoke.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import arguments, find
from tests.browser.tabs import Tabs
from tests.support.moment import REAL

ROOT = Path(__file__).resolve().parents[2]
BOARD = Path(sys.executable).with_name("board")
START_SECONDS = 90

PHONE = {"viewport": {"width": 375, "height": 812}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def told_moment() -> str:
    """The real time, which the server and the browser keep; so these tests hold at any moment."""
    return REAL


@pytest.fixture(scope="module")
def instance(sown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a paper of this file's own: what its tests do, no other file sees."""
    instance = tmp_path_factory.mktemp("site") / "instance"
    shutil.copytree(sown, instance)
    return instance


@pytest.fixture(scope="module")
def site(instance: Path) -> Iterator[str]:
    """The address of this file's paper."""
    port = free_port()
    with (instance / "server.log").open("w") as log:
        server = subprocess.Popen(
            [BOARD, "serve"], cwd=ROOT, env=surroundings(instance, port), stdout=log, stderr=log
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_served(url, server, instance / "server.log")
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the sample paper, sown once for all workers of a run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "sown"
    with (shared / "sown.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            preparing = shared / "sowing"
            for command in (["db", "upgrade"], ["seed"]):
                subprocess.run(
                    [BOARD, *command], cwd=ROOT, env=surroundings(preparing, 0), check=True
                )
            preparing.rename(folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments())
        yield browser
        browser.close()


# Pages: by size, and with or without JavaScript


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    return open_page(PHONE)


@pytest.fixture
def desktop(open_page: Callable[..., Page]) -> Page:
    return open_page(DESKTOP)


@pytest.fixture(params=["phone", "desktop"])
def page(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Page:
    """Played twice, on either size, with JavaScript."""
    return open_page(PHONE if request.param == "phone" else DESKTOP)


@pytest.fixture(params=["phone", "desktop"])
def plain_page(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Page:
    """Played twice, on either size, with JavaScript switched off."""
    return open_page(PHONE if request.param == "phone" else DESKTOP, javascript=False)


@pytest.fixture(params=["phone", "phone-plain", "desktop", "desktop-plain"])
def any_page(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Page:
    """Played four times: either size, JavaScript on and off."""
    size = PHONE if request.param.startswith("phone") else DESKTOP
    return open_page(size, javascript=not request.param.endswith("plain"))


@pytest.fixture(scope="module")
def tabs(browser: Browser, site: str) -> Iterator[Tabs]:
    """The browsers of this file's site."""
    tabs = Tabs(browser, site)
    yield tabs
    tabs.close()


@pytest.fixture
def open_page(
    tabs: Tabs, problems: list[str], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """`open_page(PHONE, javascript=False)` is one more person's browser, with no cookie yet;
    `open_page(script="…")` one in which that script runs first on each page."""

    def another(size: dict = DESKTOP, *, javascript: bool = True, script: str = "") -> Page:
        return tabs.take(size, javascript=javascript, script=script)

    yield another
    went_wrong = getattr(request.node, "went_wrong", False)
    if went_wrong:
        keep_pictures(request.node.name, tabs.pages)
    tabs.give_back(used_again=not went_wrong)


@pytest.fixture
def problems(tabs: Tabs, forgiven: list[str]) -> Iterator[list[str]]:
    """What the pages of this test complained of; must be empty in the end."""
    tabs.problems.clear()
    yield tabs.problems
    left = [each for each in tabs.problems if not any(words in each for words in forgiven)]
    assert not left, "the browser complained:\n" + "\n".join(left)


@pytest.fixture
def forgive(forgiven: list[str]) -> Callable[[str], None]:
    """`forgive("422")`: complaints with these words are what the test provokes."""
    return forgiven.append


@pytest.fixture
def forgiven() -> list[str]:
    return []


# People of the sample paper


@pytest.fixture(scope="session")
def people() -> dict[str, dict[str, str]]:
    """One person of each role as in seeds/people.toml: username, name, password."""
    everyone = tomllib.loads((ROOT / "seeds" / "people.toml").read_text())["people"]
    return {person["role"]: person for person in reversed(everyone)}


@pytest.fixture
def sign_in(people: dict[str, dict[str, str]]) -> Callable[[Page, str], None]:
    """`sign_in(page, "moderator")` fills in the form as that person would."""

    def as_(page: Page, role: str) -> None:
        page.goto("/session/new")
        form = page.locator("main form").filter(has=page.locator("[name=username]"))
        form.locator("[name=username]").fill(people[role]["username"])
        form.locator("[name=password]").fill(people[role]["password"])
        form.locator("button:not([type=button])").click()
        page.wait_for_url(lambda url: "/session/" not in url)

    return as_


def surroundings(instance: Path, port: int) -> dict[str, str]:
    """The environment of one copy of the site: nothing of the outer BOARD_* settings."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
    ours |= {"BOARD_INSTANCE": str(instance), "PORT": str(port or 8000)}
    return ours | {"BOARD_TRUSTED_PROXIES": "1"}  # each person comes from an address of their own


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_served(url: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=1):  # noqa: S310
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the site did not start:\n{log.read_text()}")


def keep_pictures(name: str, pages: list[Page]) -> None:
    folder = ROOT / "test-results"
    folder.mkdir(exist_ok=True)
    safe = "".join(letter if letter.isalnum() else "-" for letter in name)
    for number, page in enumerate(pages):
        page.screenshot(path=folder / f"{safe}-{number}.png", full_page=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    report = yield
    if report.when == "call":
        item.went_wrong = report.failed
    return report
