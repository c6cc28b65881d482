"""Keyboard access: everything is reachable, in order, with a visible focus."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page as Tab

from tests.browser.gate.probes import walked


def test_a_keyboard_alone_reaches_everything(
    name: str, size: str, opened: Callable[..., Tab]
) -> None:
    tab = opened(name, size)
    tab.emulate_media(color_scheme="dark" if size == "desktop" else "light")
    faults = [f"{name} on a {size}: {each}" for each in walked(tab)]
    assert not faults, "\n".join(faults)
