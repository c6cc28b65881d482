"""What a page holds that is no text: elements hidden from readers, films and frames, late pictures.

Hidden elements go with all they hold. Films and the like go too, but are told, for they were part
of the page.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from board.text import markup, plain
from board.text.markup import Token

LOOKED_AT = 2_000  # characters of an element's source
LONGEST = 300  # characters told of one element
FILMS = frozenset("iframe video audio object embed svg".split())
_VOID = frozenset("br hr img input meta link source".split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:src|data)\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:title|aria-label)\s*=\s*(?:\"([^\"]+)\"|'([^']+)')", re.IGNORECASE)
_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
_SMALL = re.compile(
    r"\bwidth\s*=\s*[\"']?\d{1,2}(?!\d)|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE
)


def tokens(source: str, tell: Callable[[str], None]) -> Iterator[Token]:
    """The tokens of what readers see; `tell` is called with a line for each film or frame."""
    hidden: Counter[str] = Counter()  # the open elements of the name that began to hide
    for token in markup.tokens(source, dropped=True):
        kind, name, raw = token
        if hidden:
            if name in hidden and kind in ("start", "end"):
                hidden[name] += 1 if kind == "start" else -1
                hidden += Counter()  # drops what has come down to nothing
        elif kind == "dropped" or (kind == "start" and name in FILMS):
            if name in FILMS and (told := _told(name, raw)):
                tell(told)
        elif kind == "start" and raw and name not in _VOID and _is_hidden(raw):
            hidden[name] = 1
        else:
            yield token


def address_of(given: dict[str, str]) -> str:
    """The address of a picture; of one that a script loads late, the address it will have."""
    late = next((given[name] for name in _LATE if given.get(name)), "")
    return late or given.get("src", "")


def named_picture(given: dict[str, str]) -> str:
    """A picture that is left out, in a line: what it shows and its address."""
    address = address_of(given)
    address = "" if address[:5].lower() == "data:" else address
    return plain.tidy(f"{given.get('alt', '')} {address}")[:LONGEST]


def _is_hidden(raw: str) -> bool:
    given = markup.attributes(raw)
    return "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))


def _told(name: str, raw: str) -> str:
    """A film in a line: its name and its address; "" for a small drawing, such as an icon."""
    raw = raw[:LOOKED_AT]
    named, address = _NAMED.search(raw), _ADDRESS.search(raw)
    if name == "svg" and (_SMALL.search(raw.partition(">")[0]) or not named):
        return ""
    words = (named[1] or named[2]) if named else ""
    return plain.tidy(f"{words} {address[1] if address else ''}")[:LONGEST] or name
