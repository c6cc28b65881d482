"""Paragraph content under construction: bold letters, links and their heights."""

import re
from dataclasses import dataclass

from board.text.documents import writing

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s|;<>\"]+", re.IGNORECASE)


@dataclass(frozen=True)
class Letters:
    """Character formatting; the height in hundredths of a point."""

    height: int = 1000
    bold: bool = False


class Runs:
    """A paragraph's text. Blocks anchored in it go before or after that text."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.smallest = 0  # height of the smallest letters
        self.all_bold = True
        self.before: list[str] = []
        self.after: list[str] = []
        self._open: tuple[str, ...] = ()

    def say(self, raw: str, letters: Letters, link: str | None) -> None:
        """Append text; `link` is the address it leads to."""
        written = writing.text(raw)
        if not written:
            return
        if not written.isspace():
            self._measure(written, letters)
            self._format(("strong",) * letters.bold + (f"a {link}",) * bool(link))
        self.out.append(written)

    def break_line(self) -> None:
        self._format(())
        self.out.append("<br>")

    def place(self, blocks: str) -> None:
        """Append blocks anchored in this paragraph, such as a table."""
        (self.after if self.length else self.before).append(blocks)

    def html(self) -> str:
        """The paragraph's inner HTML; nothing may be added afterwards."""
        self._format(())
        inner = "".join(self.out).strip()
        while inner.startswith("<br>") or inner.endswith("<br>"):
            inner = inner.removeprefix("<br>").removesuffix("<br>").strip()
        return inner

    def _measure(self, written: str, letters: Letters) -> None:
        self.length += len(written.strip())
        self.smallest = min(self.smallest or letters.height, letters.height)
        self.all_bold = self.all_bold and letters.bold

    def _format(self, wanted: tuple[str, ...]) -> None:
        if wanted == self._open:
            return
        self.out.extend(f"</{tag.partition(' ')[0]}>" for tag in reversed(self._open))
        for tag in wanted:
            name, _, address = tag.partition(" ")
            href = f' href="{writing.attribute(address)}"' if address else ""
            self.out.append(f"<{name}{href}>")
        self._open = wanted


def address(written: str) -> str | None:
    """The web or mail address at the start of this text, or None."""
    found = _ADDRESS.match(written)
    return found[0] if found else None
