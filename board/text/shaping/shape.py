"""Output under construction, and the stack of open blocks."""

from board.text.shaping.elements import CELLS, HEADINGS, HOLDS_TEXT, WALLS
from board.text.shaping.formats import Formats

_KEPT_EMPTY = CELLS | {"root"}


class Open:
    """An open block: its name, where it began in the output, whether it has content."""

    def __init__(self, name: str, at: int, formats: list[tuple[str, str]]) -> None:
        self.name = name
        self.at = at
        self.filled = False
        self.formats = formats  # what was bold around it, to come back to


class Shape:
    """The output and its open blocks."""

    def __init__(self, *, headed_cells: bool = False) -> None:
        self.out: list[str] = []
        self.heads = {"root", "blockquote"} | (CELLS if headed_cells else set())
        self.blocks = [Open("root", 0, [])]
        self.formats = Formats(self.out)
        self.breaks = 0  # between the last words and the next
        self.space = False
        self.small: str | None = None  # sup or sub, when words stand in one

    def read(self) -> str:
        """The finished output; nothing may be written afterwards."""
        self.close_down_to(1)
        return "".join(self.out)

    @property
    def top(self) -> Open:
        return self.blocks[-1]

    def find(self, names: set[str] | frozenset[str], walls: set[str] | frozenset[str]) -> int:
        """Stack index of the nearest block with one of these names; 0 if a wall comes first."""
        for depth in range(len(self.blocks) - 1, 0, -1):
            if self.blocks[depth].name in names:
                return depth
            if self.blocks[depth].name in walls:
                return 0
        return 0

    def boundary(self, starts: bool = False) -> None:
        """A paragraph boundary: a new paragraph where paragraphs are allowed, else a line break."""
        top = self.top
        if top.name == "p" or (starts and top.name in HEADINGS and top.filled):
            self.close_top()
        elif top.name in HEADINGS:
            self.space = True
        elif top.name in HOLDS_TEXT and top.filled:
            self.breaks = max(self.breaks, 1)

    def open(self, name: str, extra: str = "") -> None:
        self._stop_text()
        self.blocks.append(Open(name, len(self.out), list(self.formats.wanted)))
        self.out.append(f"<{name}{extra}>")

    def close_top(self) -> None:
        self.close_down_to(len(self.blocks) - 1)

    def close_down_to(self, depth: int) -> None:
        """Close blocks until `depth` are open; empty ones are removed."""
        while len(self.blocks) > depth:
            self._stop_text()
            block = self.blocks.pop()
            if block.name in WALLS:
                self.formats.wanted = block.formats
            if block.filled or block.name in _KEPT_EMPTY:
                self.out.append(f"</{block.name}>")
            else:
                del self.out[block.at :]

    def add_words(self, written: str) -> None:
        """Append text to the top block, after any pending breaks or space."""
        if self.top.filled and self.breaks and self.top.name not in HEADINGS:
            self.formats.leave_all()
            self.out.append("<br>")
        elif self.top.filled and (self.space or self.breaks):
            self.formats.leave_unwanted()
            self.out.append(" ")
        self.breaks = 0
        self.space = False
        self.formats.enter()
        self.out.append(written)
        self._mark_filled()

    def add_block(self, written: str) -> None:
        """Append a childless block, such as a rule, to the top block."""
        self._stop_text()
        self.out.append(written)
        self._mark_filled()

    def _stop_text(self) -> None:
        self.formats.leave_all()
        self.breaks = 0
        self.space = False

    def _mark_filled(self) -> None:
        for block in reversed(self.blocks):
            if block.filled:
                break
            block.filled = True
