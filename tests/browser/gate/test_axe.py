"""Accessibility: axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page as Tab

from tests.browser.gate import budgets
from tests.browser.gate.probes import violations


def test_axe_finds_nothing(name: str, size: str, opened: Callable[..., Tab], axe: str) -> None:
    tab = opened(name, size)
    found = [
        f"{name} on a {size}, {each}"
        for scheme in budgets.SCHEMES
        for each in violations(tab, axe, scheme)
    ]
    assert not found, "\n".join(found)
