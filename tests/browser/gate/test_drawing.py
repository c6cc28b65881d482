"""Layout: every page fits any screen, twice the text size, text spacing, touch targets, and
print."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page as Tab

from tests.browser.gate import budgets, probes
from tests.browser.gate.budgets import PAGES
from tests.browser.gate.paper import Paper
from tests.browser.gate.wire import forget_what_was_fetched


def test_a_page_fits(name: str, size: str, opened: Callable[..., Tab]) -> None:
    tab = opened(name, size)
    faults = probes.too_many_nodes(tab, PAGES[name].nodes)
    for width in budgets.WIDTHS[size]:
        faults += [f"{width}px: {each}" for each in probes.sticking_out(tab, width)]
        faults += [f"{width}px: {each}" for each in probes.too_small(tab)]
    faults += changed(tab, size)
    faults += probes.left_in_print(tab)
    assert not faults, "\n".join(f"{name} on a {size}, {each}" for each in faults)


@pytest.mark.parametrize("width", [375, 1280])
def test_a_page_stays_where_it_is(name: str, width: int, opened: Callable[..., Tab]) -> None:
    tab = opened(name, "desktop", width=width, script=probes.WATCH_SHIFTS)
    faults = probes.shifts(tab)
    assert not faults, f"{name} at {width}px, {faults}"


@pytest.mark.parametrize("name", ["article", "sign-in"])
@pytest.mark.parametrize("width", [375, 1280])
def test_a_script_that_comes_late_moves_nothing(
    name: str, width: int, tab: Callable[..., Tab], paper: Paper
) -> None:
    waiting = []
    seen = tab(name, "desktop", width=width, script=probes.WATCH_SHIFTS)
    forget_what_was_fetched(seen)
    seen.route("**/*.js*", lambda route: waiting.append(route))
    seen.goto(PAGES[name].address.format(**paper.places), wait_until="commit")
    seen.locator("footer").wait_for()
    seen.evaluate(probes.TO_THE_END)
    while waiting:
        waiting.pop().continue_()
    seen.wait_for_load_state()
    faults = probes.shifts(seen)
    assert not faults, f"{name} at {width}px, {faults}"


def changed(tab: Tab, size: str) -> list[str]:
    """The same widths with the text twice as large, then with wider spacing."""
    faults = []
    tab.evaluate(probes.SET_TEXT_SIZE, budgets.LARGE_TEXT)
    for width in budgets.WIDTHS[size]:
        faults += [f"{width}px, large text: {each}" for each in probes.sticking_out(tab, width)]
    tab.evaluate(probes.SET_TEXT_SIZE, "")
    tab.evaluate(probes.SET_SPACING)
    for width in budgets.WIDTHS[size]:
        faults += [f"{width}px, wide spacing: {each}" for each in probes.sticking_out(tab, width)]
    return faults
