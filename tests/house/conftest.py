"""A small paper in which every address leads somewhere."""

from __future__ import annotations

import pytest
from flask import Flask


@pytest.fixture
def addresses(app: Flask, world: dict[str, object]) -> list[tuple[str, str, str]]:
    """(method, address, endpoint) of everything the site answers."""
    adapter = app.url_map.bind("localhost")
    return [
        (method, adapter.build(rule.endpoint, _of(rule, world), method=method), rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods & {"GET", "POST"})
    ]


def _of(rule, world: dict[str, object]) -> dict[str, object]:
    return {name: world[name] for name in rule.arguments}
