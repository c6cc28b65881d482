"""Auto-linking: addresses in plain text, in linear time, cut where a Korean reader would cut
them."""

import re
from typing import NamedTuple

LONGEST_SHOWN = 60  # characters; the middle of a longer address is left out

# Only ASCII belongs to an address, so a particle written right behind it (…kr에서) stays outside.
_ADDRESS = re.compile(r"(?<![A-Za-z0-9])https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]++", re.I)
_HOST = re.compile(
    r"https?://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]\.?(?::\d{1,5})?)(?=[/?#]|$)",
    re.I,
)
_NEVER_LAST = frozenset(".,!?'\"]}>:;([{*")


class LinkPiece(NamedTuple):
    """A stretch of the text as typed; `href` is set when it is an address to link."""

    text: str
    href: str | None = None

    @property
    def shown(self) -> str:
        """The text shown; long addresses are shortened in the middle, the host never."""
        host = _HOST.match(self.text) if self.href else None
        if host is None or len(self.text) <= LONGEST_SHOWN:
            return self.text
        head = max(LONGEST_SHOWN * 2 // 3, host.end() + 1)
        tail = LONGEST_SHOWN // 4
        return (
            f"{self.text[:head]}…{self.text[-tail:]}" if head + tail < len(self.text) else self.text
        )


def pieces(text: str) -> list[LinkPiece]:
    """The text split at addresses; joined together, the pieces give the text again."""
    found: list[LinkPiece] = []
    position = 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        if not _HOST.match(address):  # also refuses user@host: what is read is not where it leads
            continue
        if position < match.start():
            found.append(LinkPiece(text[position : match.start()]))
        found.append(LinkPiece(address, address))
        position = match.start() + len(address)
    if position < len(text):
        found.append(LinkPiece(text[position:]))
    return found


def _trimmed(address: str) -> str:
    """The address without the sentence's punctuation; a closing bracket stays if one was opened."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while end:
        last = address[end - 1]
        if last == "(":
            unopened += 1
        elif last == ")":
            if unopened <= 0:
                break
            unopened -= 1
        elif last not in _NEVER_LAST:
            break
        end -= 1
    return address[:end]
