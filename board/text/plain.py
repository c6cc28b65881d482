"""Plain text: tidied on input; shortened, searched and made safe for XML on output."""

import re
import unicodedata

from board.text import markup

INVISIBLE = (
    "\u00ad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200c\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # zero width, word joiners, anchors
    "\U000e0000-\U000e0fff"  # tags and variation selectors that hide whole messages
)
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_REMOVED = re.compile(f"[{CONTROLS}{INVISIBLE}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Joiners and variation selectors earn their place only inside pictures (👩‍👩‍👧, 1️⃣); elsewhere
# they hide. What matches the group stays, any other one goes.
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
_JOINERS = re.compile(
    f"({_PICTURE}[\ufe0e\ufe0f]?(?:\u200d{_PICTURE}[\ufe0e\ufe0f]?)*|[0-9#*]\ufe0f\u20e3)"
    "|[\u200d\ufe00-\ufe0f]"
)
_BLANK_RUN = re.compile(r"\n{3,}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tidy(text: str, *, multiline: bool = False) -> str:
    """Normalise text for storage: NFC, no control, direction or invisible characters, stripped.

    One line unless `multiline`, which keeps line ends (as \\n) and tabs, right-strips lines and
    folds runs of blank lines to one. Idempotent.
    """
    text = visible(text)
    if not multiline:
        return " ".join(text.split())
    lines = [line.rstrip() for line in text.split("\n")]
    return _BLANK_RUN.sub("\n\n", "\n".join(lines)).strip()


def visible(text: str) -> str:
    """The text in NFC with unified line ends and without invisible characters.

    Spaces are left alone. Removing characters may make two letters compose, hence the order.
    """
    text = _REMOVED.sub("", _LINE_ENDS.sub("\n", text))
    text = _JOINERS.sub(lambda found: found[1] or "", text)
    return unicodedata.normalize("NFC", text)


def without_hidden(text: str) -> str:
    """The text without control, direction and invisible characters, otherwise unchanged."""
    return _REMOVED.sub("", text)


def is_blank(text: str) -> bool:
    """Whether nothing in the text is visible."""
    return not any(_is_seen(letter) for letter in tidy(text))


def excerpt(text: str, length: int = 110) -> str:
    """One line of at most `length` characters, cut between words, with … if it was longer."""
    line = tidy(text)
    if len(line) <= length:
        return line
    room = max(length - 1, 0)
    cut = line[:room]
    if line[room] != " " and cut.rfind(" ") > room // 2:
        cut = cut[: cut.rfind(" ")]
    return cut.rstrip(" ,.·-–—:;(「‘“") + "…"


def text_of(html: str) -> str:
    """The visible text of HTML: lines for paragraphs, "- " for items, " | " for cells."""
    return tidy(markup.lines_of(html), multiline=True)


def xml_text(text: str) -> str:
    """The text without characters that XML 1.0 cannot carry, even escaped."""
    return _NOT_XML.sub("", text)


def fold(text: str) -> str:
    """Normal form for comparison: width, case and spacing do not matter."""
    small = unicodedata.normalize("NFKC", visible(text)).casefold()
    return " ".join(unicodedata.normalize("NFKC", visible(small)).split())


def escape_like(text: str, escape: str = "\\") -> str:
    """The text with LIKE wildcards escaped."""
    for special in (escape, "%", "_"):
        text = text.replace(special, escape + special)
    return text


def _is_seen(letter: str) -> bool:
    # Unassigned and private letters count as seen: new pictures are unknown to an older Python.
    category = unicodedata.category(letter)
    return category[0] not in "ZM" and category not in ("Cc", "Cf", "Cs") and letter != "\u2800"
