"""Heading detection by letter size: a hint for finding the title."""

from collections import Counter
from dataclasses import dataclass

from board.text.documents.runs import Runs

LARGER = 1.15  # times the body's size that make a heading
LONGEST_HEADING = 120
BODY_BEGINS = 80  # characters: a paragraph this long is no title


@dataclass
class Ranks:
    """Body text size of a document, and whether the body has begun yet."""

    body: float = 1000
    largest: float = 1000
    in_body: bool = False

    @classmethod
    def of(cls, heights: Counter[int] | Counter[float]) -> "Ranks":
        """Ranks from how many letters there are of each height."""
        if not heights:
            return cls()
        return cls(heights.most_common(1)[0][0], max(heights))

    def tag(self, runs: Runs, *, centred: bool) -> str:
        """The element for a paragraph: h2 for the largest, h3 for what stands out, or p."""
        tag = "p"
        if runs.length <= LONGEST_HEADING:
            if runs.smallest >= self.body * LARGER:
                tag = "h2" if runs.smallest >= self.largest * 0.95 else "h3"
            elif runs.all_bold and centred and not self.in_body:
                tag = "h3"
        self.in_body = self.in_body or (tag == "p" and runs.length > BODY_BEGINS)
        return tag
