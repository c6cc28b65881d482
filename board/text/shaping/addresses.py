"""Allowed addresses of links and pictures in a release."""

import re

from board.text import plain

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def address(value: str, schemes: tuple[str, ...]) -> str | None:
    """The address if a release may contain it (a known scheme or our own path), else None."""
    value = plain.tidy(value)
    compact = re.sub(r"[\x00-\x20\x7f]", "", value)
    if compact.startswith("/"):
        return value if not compact.startswith(("//", "/\\")) and "\\" not in compact else None
    scheme = _SCHEME.match(compact)
    return value if scheme and scheme[1].lower() in schemes else None
