"""Performance budgets: every number that a page may cost a reader, in one place.

Weights are bytes over the wire, headers included, on a phone of 375×812 whose cache is empty
(first view) or holds the first visit (second view).
"""

from __future__ import annotations

from dataclasses import dataclass

KB = 1024

# Any page

AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
SCHEMES = ("light", "dark")
WIDTHS = {"phone": (375, 320), "desktop": (1280, 768)}  # loaded at the first, drawn at both
LARGE_TEXT = "200%"
SMALLEST_TARGET = 44  # px, both ways; a link inside a sentence is as high as its line
THINNEST_RING = 3  # px
FAINTEST_RING = 3.0  # contrast to what lies around it
LAYOUT_SHIFT = 0.0
OVERFLOW = 0  # px
THIRD_PARTIES = 0
HTML_BYTES = 20 * KB
OWN_CSS_BYTES = 12 * KB  # one file
OWN_JS_BYTES = 5 * KB  # one file
HTMX_BYTES = 17 * KB

# An article with fifty comments: the style sheet and its HTML up to the last word of the text,
# which is what a reader waits for; the comments come in while they read.
BLOCKING_BYTES = 14 * KB
# The same with its one photo and everything else.
ARTICLE_WITH_PHOTO = 150 * KB


# Nodes of a page with one form: the imprint, the menu and the switches alone are some 120.
SMALL_PAGE = 190


@dataclass(frozen=True)
class Page:
    """One page of the gate: where it is, who opens it, what it may cost.

    `forms` are the forms without which a reader without JavaScript could not do what the page is
    for, each as a selector of what must be inside.
    """

    address: str
    first_view: int
    second_view: int
    requests: int
    nodes: int
    photos_count: bool = True
    role: str | None = None
    status: int = 200
    forms: tuple[str, ...] = ()


PAGES = {
    "home": Page("/", 120 * KB, 25 * KB, 10, 900),
    "list": Page(
        "/boards/solnae",
        60 * KB,
        15 * KB,
        6,
        900,
        forms=("main form[method=get] [name=q]",),
    ),
    "article": Page(
        "{article}",
        30 * KB,
        10 * KB,
        6,
        1_200,
        photos_count=False,
        forms=(
            "form[method=post][action$='/comments'] textarea[name=body]",
            "form[method=post][action$='/recommendation'] button",
        ),
    ),
    "search": Page(
        "/search?q=솔내",
        60 * KB,
        15 * KB,
        6,
        900,
        forms=("main form[method=get] [name=q]",),
    ),
    "sign-in": Page(
        "/session/new",
        45 * KB,
        8 * KB,
        5,
        SMALL_PAGE,
        forms=("form[method=post] [name=username]", "form[method=post] [name=password]"),
    ),
    "registration": Page(
        "/registration/new",
        45 * KB,
        8 * KB,
        5,
        SMALL_PAGE,
        forms=("form[method=post] [name=username]", "form[method=post] [name=password]"),
    ),
    "corrections": Page("/corrections", 45 * KB, 8 * KB, 5, SMALL_PAGE),
    "moderation-log": Page(
        "/moderation-log",
        45 * KB,
        8 * KB,
        5,
        400,  # thirty deeds
        forms=("main form[method=get] [name=reason]",),
    ),
    "correction-request": Page(
        "{article}/correction-requests/new",
        45 * KB,
        8 * KB,
        5,
        250,  # ten fields
        forms=("form[method=post] textarea[name=wrong]", "form[method=post] [name=contact]"),
    ),
    "takedown-request": Page(
        "{comment}/takedown-requests/new",
        45 * KB,
        8 * KB,
        5,
        250,  # nine fields
        forms=("form[method=post] textarea[name=explanation]", "form[method=post] [name=contact]"),
    ),
    "not-found": Page("/no/such/page", 45 * KB, 8 * KB, 5, SMALL_PAGE, status=404),
    "newsroom": Page(
        "/newsroom/articles",
        80 * KB,
        20 * KB,
        8,
        900,
        role="admin",
        forms=("main form[method=get] [name=q]",),
    ),
    "editor": Page(
        "/newsroom{article}/edit",
        320 * KB,  # the rich editor alone is 236
        25 * KB,
        12,
        1_600,  # the rich editor alone is some 700
        role="admin",
        forms=(
            "form[method=post] textarea[name=body]",
            "form[method=post][enctype='multipart/form-data'] input[type=file]",
        ),
    ),
    "publication": Page(
        "/newsroom{draft}/publication/new",
        80 * KB,
        20 * KB,
        8,
        900,
        role="admin",
        forms=("form[method=post][action$='/publication'] button",),
    ),
    "queue": Page(
        "/moderation?show=all",
        80 * KB,
        20 * KB,
        8,
        2_900,  # fifty cards, each with all that can be decided
        role="admin",
        forms=("form[method=post] button[name=verdict]", "form[method=get] button[name=verdict]"),
    ),
}
