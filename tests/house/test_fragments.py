"""A fragment asks the database for what it shows, not for the frame of a page it does not have."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.one_database

# How many came in all stands at the foot of pages, the menu at their head.
OF_THE_FRAME = re.compile(r"sum\(visitor_counts\.visitors\)|FROM groups LEFT OUTER JOIN boards")


def test_no_fragment_asks_for_the_frame(visit, admin, addresses, statements):
    fragments, asking = 0, []
    for method, address, _endpoint in addresses:
        visitor = visit(admin)
        with statements() as made:
            answer = (
                visitor.htmx(address) if method == "GET" else visitor.submit(address, htmx=True)
            )
        if answer.mimetype != "text/html" or not answer.text or "<html" in answer.text:
            continue
        fragments += 1
        if OF_THE_FRAME.search(" ".join(" ".join(made).split())):
            asking.append((method, address))
    assert fragments >= 40
    assert asking == []
