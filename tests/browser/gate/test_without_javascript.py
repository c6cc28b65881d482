"""Without JavaScript every page keeps its forms, and shows no button that does nothing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page as Tab

from tests.browser.gate.budgets import PAGES


def test_a_page_does_its_work_without_javascript(name: str, opened: Callable[..., Tab]) -> None:
    tab = opened(name, javascript=False)
    missing = [form for form in PAGES[name].forms if not tab.locator(form).count()]
    assert not missing, f"{name} without JavaScript lacks {missing}"
    dead = tab.locator("button[type=button]:visible").all()
    assert not dead, f"{name} without JavaScript: {[each.inner_text() for each in dead]} do nothing"
