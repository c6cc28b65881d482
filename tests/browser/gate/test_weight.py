"""Page weight: few bytes and requests, no other hosts, and less on the second view."""

from __future__ import annotations

import gzip
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page as Tab

from tests.browser.gate import budgets
from tests.browser.gate.budgets import PAGES, Page
from tests.browser.gate.paper import COMMENTS, Paper
from tests.browser.gate.wire import Visit, visits


@pytest.fixture
def seen(
    name: str, tab: Callable[..., Tab], paper: Paper, forgive: Callable[[str], None]
) -> tuple[Visit, Visit]:
    """The first and the second view of a page on a phone."""
    page = PAGES[name]
    if page.status != 200:
        forgive(str(page.status))
    first, second = visits(tab(name), page.address.format(**paper.places))
    return first, second


def test_a_page_is_light(name: str, seen: tuple[Visit, Visit], site: str) -> None:
    over = too_heavy(name, PAGES[name], *seen, host=urlsplit(site).netloc)
    assert not over, "\n".join(over)


def test_the_article_with_fifty_comments_can_be_read_at_once(
    tab: Callable[..., Tab], paper: Paper
) -> None:
    page = tab("article")
    (first,) = visits(page, paper.places["article"], times=1)
    source = page.request.get(paper.places["article"]).body()
    text, comments = source.split(b'<div class="deeds">')
    later = len(gzip.compress(source)) - len(gzip.compress(text))
    blocking = first.size_of("Document", "Stylesheet") - later
    over = [
        *above("article", "HTML and CSS to read it", blocking, budgets.BLOCKING_BYTES, first),
        *above("article", "everything", first.size, budgets.ARTICLE_WITH_PHOTO, first),
    ]
    assert comments.count(b'<li class="comment') == COMMENTS
    assert not over, "\n".join(over)


@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("/static/css/app.css", budgets.OWN_CSS_BYTES),
        ("/static/css/staff.css", budgets.OWN_CSS_BYTES),
        ("/static/js/app.js", budgets.OWN_JS_BYTES),
        ("/static/js/newsroom/editor.js", budgets.OWN_JS_BYTES),
        ("/static/js/newsroom/autosave.js", budgets.OWN_JS_BYTES),
        ("/static/vendor/htmx/htmx.min.js", budgets.HTMX_BYTES),
    ],
)
def test_linked_files_are_small(file: str, most: int, site: str) -> None:
    asked = urllib.request.Request(f"{site}{file}", headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        size = len(answer.read())
    assert not (over := above("any page", file, size, most)), over


def too_heavy(name: str, page: Page, first: Visit, second: Visit, host: str) -> list[str]:
    """A sentence for every budget that two views of a page have broken."""
    if not page.photos_count:
        first, second = first.but_photos(), second.but_photos()
    requests = len(first.but_photos().fetched)
    strangers = {each.host for each in first.answers} - {host}
    return [
        *above(name, "first view", first.size, page.first_view, first),
        *above(name, "second view", second.size, page.second_view, second),
        *above(name, "requests", requests, page.requests, first),
        *above(name, "HTML", first.size_of("Document"), budgets.HTML_BYTES),
        *above(name, "third parties", len(strangers), budgets.THIRD_PARTIES),
    ]


def above(name: str, budget: str, value: int, most: int, visit: Visit | None = None) -> list[str]:
    """The sentence of a broken budget, or none."""
    if value <= most:
        return []
    return [f"{name}: {budget} {value} > {most}" + (f" ({visit.listing()})" if visit else "")]
