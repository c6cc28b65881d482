"""Display preferences: text size and theme, from a cookie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask import request

COOKIE = "naru_look"
KEPT = timedelta(days=365)
# As shown on the buttons; the first of each is what a browser without the cookie gets.
SIZES = {"m": "보통", "l": "크게", "xl": "아주 크게"}
THEMES = {"auto": "자동", "light": "밝게", "dark": "어둡게"}


@dataclass(frozen=True)
class Look:
    """Display preferences: a size of `SIZES` and a theme of `THEMES`."""

    size: str = "m"
    theme: str = "auto"
    sizes = SIZES
    themes = THEMES

    @property
    def cookie(self) -> str:
        """The value for the cookie."""
        return f"{self.size}.{self.theme}"


USUAL = Look()
BY_COOKIE = {
    look.cookie: look for look in (Look(size, theme) for size in SIZES for theme in THEMES)
}


def chosen_look() -> Look:
    """The preferences in this browser's cookie; unknown values are ignored."""
    return BY_COOKIE.get(request.cookies.get(COOKIE, ""), USUAL)
