"""Line joining: decide whether a line break stands for a space; Korean may break inside a word."""

import re
from collections import Counter
from itertools import pairwise

from board.text.documents.layout.rows import LineFragment

_WORD_END = re.compile(
    r"(?:[.,:;!?)\]’”」』%]|다|은|는|이|가|을|를|에|의|로|와|과|도|고|며|서|한|할|된|될|인|및|등|부터|까지|에게|하여|위해)$"
)
_WORD_START = re.compile(r"(?:수|것|때|뿐|등|및|중|뒤|전|후)(?:$|[가이은는을를도만에의과와로까부])")
_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|에|에서|에게|의|도|만|와|과|로|으로|까지|부터|다|고|며|면|했다|한다|된다|됐다|이다|다고)[.,]?"
)
_HANGUL = re.compile(r"[가-힣]")


class Joiner:
    """Joins broken lines, having learnt from the whole document how its lines were broken."""

    def __init__(self, lines: list[LineFragment]) -> None:
        self.words = Counter(word for line in lines for word in line.text.split()[1:-1])
        self.has_spaces = any(line.open_end for line in lines)

    def joined(self, lines: list[LineFragment], *, headline: bool) -> str:
        """The lines joined to one. A headline is broken by hand, so between words."""
        text = lines[0].text
        for above, below in pairwise(lines):
            text += (" " if self._is_space(above, below, headline) else "") + below.text
        return text

    def _is_space(self, above: LineFragment, below: LineFragment, headline: bool) -> bool:
        if above.open_end:
            return True
        last, first = above.text.split()[-1], below.text.split()[0]
        if not (_HANGUL.match(last[-1]) and _HANGUL.match(first[0])):
            return not (last.endswith("-") or (_HANGUL.match(first[0]) and last[-1].isdigit()))
        if self.has_spaces and not headline:  # the PDF writes spaces, and here it wrote none
            return False
        if _PARTICLE.fullmatch(first):
            return False
        together, apart = self.words[last + first], self.words[last] and self.words[first]
        if together or apart:
            return not together
        return headline or bool(_WORD_END.search(last) or _WORD_START.match(first))
