"""The gate itself: a page above its budgets fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.browser.gate import probes
from tests.browser.gate.budgets import PAGES
from tests.browser.gate.test_html import html_errors
from tests.browser.gate.test_weight import too_heavy
from tests.browser.gate.wire import visits

HEAD = '<!doctype html><html lang="ko"><meta name="viewport" content="width=device-width"><title>나루</title>'


@pytest.fixture
def drawn(tab: Callable[..., Tab]) -> Callable[[str], Tab]:
    """`drawn("<p>…</p>")`: a page of that and nothing else, on a phone."""

    def draw(body: str) -> Tab:
        page = tab("home")
        page.goto("about:blank")  # where no content policy of ours reaches
        page.set_content(f"{HEAD}<main>{body}</main>")
        return page

    return draw


@pytest.mark.parametrize(
    ("body", "probe", "words"),
    [
        ("<p style='width:30rem'>가</p>", lambda tab: probes.sticking_out(tab, 375), "sticks out"),
        (
            "<p style='height:1rem;overflow:hidden'>가<br>나</p>",
            lambda tab: probes.sticking_out(tab, 375),
            "cut off",
        ),
        ("<button>좋음</button>", probes.too_small, "target of"),
        ("<b></b>" * 20, lambda tab: probes.too_many_nodes(tab, 20), "nodes > 20"),
        ("<nav><a href='/'>처음</a></nav>", probes.left_in_print, "on paper: <nav"),
        ("<a href='/' style='outline:none'>처음</a>", probes.walked, "ring of"),
        ("<a href='/' style='outline:3px solid #eee'>처음</a>", probes.walked, "ring of contrast"),
        (
            "<a href='/' style='position:fixed;left:-99px;outline:3px solid'>처음</a>",
            probes.walked,
            "focus out of sight",
        ),
        (
            "<a href='/' style='outline:3px solid'>처음</a>"
            "<div style='position:fixed;inset:0;background:white'></div>",
            probes.walked,
            "focus under <div",
        ),
        (
            "<a href='/' tabindex='2' style='outline:3px solid'>둘</a>"
            "<a href='/' tabindex='1' style='outline:3px solid'>하나</a>",
            probes.walked,
            "out of the order",
        ),
        (
            "<a href='/' style='outline:3px solid'>처음</a>"
            "<textarea onkeydown='event.preventDefault()' style='outline:3px solid'></textarea>",
            probes.walked,
            "trapped in <textarea",
        ),
        (
            "<a href='/' style='outline:3px solid'>처음</a><button"
            " onfocus='this.blur()'>끝</button>",
            probes.walked,
            "unreached <button",
        ),
    ],
)
def test_a_badly_drawn_page_is_refused(
    body: str, probe: Callable[[Tab], list[str]], words: str, drawn: Callable[[str], Tab]
) -> None:
    assert any(words in fault for fault in probe(drawn(body)))


def test_a_page_that_jumps_is_refused(opened: Callable[..., Tab]) -> None:
    push = "() => { document.body.style.paddingBlockStart = '9rem'; }"
    once_drawn = f"new PerformanceObserver({push}).observe({{ type: 'paint', buffered: true }});"
    tab = opened("sign-in", width=375, script=probes.WATCH_SHIFTS + once_drawn)
    assert "layout shift of" in "".join(probes.shifts(tab))


def test_a_page_that_axe_dislikes_is_refused(drawn: Callable[[str], Tab], axe: str) -> None:
    bad = "<h1>나루</h1><p style='color:#aaa'>흐린 글</p><img src='data:,'><input>"
    found = "\n".join(probes.violations(drawn(bad), axe, "light"))
    for rule in ("color-contrast", "image-alt", "label"):
        assert f"light: {rule} " in found


def test_a_heavy_page_is_refused(opened: Callable[..., Tab], tab: Callable[..., Tab]) -> None:
    seen = visits(tab("home"), "/")
    strict = replace(PAGES["home"], first_view=9_000, second_view=100, requests=2)
    faults = "\n".join(too_heavy("home", strict, *seen, host="another.example"))
    for budget in ("first view", "second view", "requests", "third parties"):
        assert f"home: {budget} " in faults


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>하나</div>", "close-order"),
        ("<span><p>하나</p></span>", "element-permitted-content"),
        ("<p id='a'></p><p id='a'></p>", "no-dup-id"),
        ("<p class='a' class='b'></p>", "no-dup-attr"),
        ("<ul><p>하나</p></ul>", "element-permitted-content"),
        ("<input type='words'>", "attribute-allowed-values"),
        ("<center>하나</center>", "deprecated"),
        ("<img src='/a.jpg'>", "wcag/h37"),
        ("<boards>하나</boards>", "no-unknown-elements"),
    ],
)
def test_invalid_html_is_refused(body: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(f"{HEAD}<main><h1>나루</h1>{body}</main>", "utf-8")
    assert any(f": {rule}: " in error for error in html_errors(tmp_path))
