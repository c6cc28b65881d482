"""List numbering in OpenDocument: the numbers that are drawn, written out as text."""

from dataclasses import dataclass, field

from board.text.documents.opendocument.styles import attribute, number
from board.text.documents.owpml.numbering import in_digits
from board.text.documents.xml import Element, name_of

BULLET = "bullet"
_FORMS = {
    "A": "LATIN_CAPITAL",
    "a": "LATIN_SMALL",
    "I": "ROMAN_CAPITAL",
    "i": "ROMAN_SMALL",
    "①, ②, ③, ...": "CIRCLED_DIGIT",
    "가, 나, 다, ...": "HANGUL_SYLLABLE",
    "ㄱ, ㄴ, ㄷ, ...": "HANGUL_JAMO",
    "一, 二, 三, ...": "IDEOGRAPH",
    "일, 이, 삼, ...": "HANGUL_PHONETIC",
}


@dataclass
class ListNumbering:
    """Levels of list styles by name and level from 1, and how far each has counted."""

    levels: dict[tuple[str, int], Element] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def read(cls, roots: list[Element]) -> "ListNumbering":
        """The list styles of a document."""
        numbering = cls()
        for root in roots:
            for style in root.iter("{*}list-style"):
                for level in style:
                    place = attribute(style, "name"), number(attribute(level, "level"), 1)
                    numbering.levels[place] = level
        return numbering

    def begin(self, style: str, level: int) -> None:
        """Count anew at this level and below."""
        self.counts = {
            place: count
            for place, count in self.counts.items()
            if place[0] != style or place[1] < level
        }

    def label(self, style: str, level: int) -> str:
        """What stands before the next item: `1. `, `가) `, `bullet`, or nothing."""
        drawn = self.levels.get((style, level))
        if drawn is None or name_of(drawn) != "list-level-style-number":
            return BULLET
        form = attribute(drawn, "num-format")
        first = number(attribute(drawn, "start-value"), 1)
        count = self.counts[style, level] = self.counts.get((style, level), first - 1) + 1
        digits = in_digits(max(count, 1), _FORMS.get(form, "DIGIT")) if form else ""
        label = f"{attribute(drawn, 'num-prefix')}{digits}{attribute(drawn, 'num-suffix')}"
        return f"{label.strip()} " if label.strip() else ""
