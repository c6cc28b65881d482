"""The addresses that links and pictures of a release may have."""

import re

from board.text import plain

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def address(value: str, schemes: tuple[str, ...]) -> str | None:
    """The address when it may stand in a release: a known scheme or a path of our own."""
    value = plain.tidy(value)
    compact = re.sub(r"[\x00-\x20\x7f]", "", value)
    if compact.startswith("/"):
        return value if not compact.startswith(("//", "/\\")) and "\\" not in compact else None
    scheme = _SCHEME.match(compact)
    return value if scheme and scheme[1].lower() in schemes else None
