"""Inline formats: bold, italics and links, wanted and open in the output."""

import html
from collections import Counter

from board.text import markup, plain
from board.text.shaping.addresses import address

MOST_INLINE = 24  # bold in italic in link …


class Formats:
    """Formats as (element name, start tag); written only once text follows."""

    def __init__(self, out: list[str]) -> None:
        self.out = out
        self.wanted: list[tuple[str, str]] = []  # what the next text should be in
        self.live: list[tuple[str, str]] = []  # what is open in the output
        self.ignored: Counter[str] = Counter()

    def start(self, name: str, raw: str) -> None:
        tag = f"<{name}>"
        if name == "a":
            given = markup.attributes(raw)
            href = address(given.get("href", ""), ("http", "https", "mailto", "tel"))
            if href is None:
                self.ignored["a"] += 1
                return
            tag = f'<a href="{html.escape(href)}"'
            tag += (
                f' title="{html.escape(plain.tidy(given["title"]))}">' if "title" in given else ">"
            )
            self.wanted = [format_ for format_ in self.wanted if format_[0] != "a"]
        if len(self.wanted) >= MOST_INLINE:
            self.ignored[name] += 1
        else:
            self.wanted = [*self.wanted, (name, tag)]

    def end(self, name: str) -> None:
        if self.ignored[name]:
            self.ignored[name] -= 1
            return
        for place in range(len(self.wanted) - 1, -1, -1):
            if self.wanted[place][0] == name:
                self.wanted = self.wanted[:place] + self.wanted[place + 1 :]
                return

    def enter(self) -> None:
        """Open the wanted formats, close all others."""
        self.leave_unwanted()
        for format_ in self._distinct()[len(self.live) :]:
            self.out.append(format_[1])
            self.live.append(format_)

    def leave_unwanted(self) -> None:
        shared = 0
        for live, wanted in zip(self.live, self._distinct(), strict=False):
            if live != wanted:
                break
            shared += 1
        self._leave(shared)

    def leave_all(self) -> None:
        self._leave(0)

    def _distinct(self) -> list[tuple[str, str]]:
        seen: dict[str, tuple[str, str]] = {}
        for format_ in self.wanted:
            seen.setdefault(format_[0], format_)
        return list(seen.values())

    def _leave(self, kept: int) -> None:
        self.out.extend(f"</{name}>" for name, _ in reversed(self.live[kept:]))
        del self.live[kept:]
