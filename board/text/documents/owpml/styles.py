"""OWPML styles: size, weight, alignment and numbering of letters and paragraphs."""

from collections import Counter
from dataclasses import dataclass, field

from board.text.documents.ranks import Ranks
from board.text.documents.runs import Letters
from board.text.documents.xml import Element, child, name_of


@dataclass(frozen=True)
class ParagraphShape:
    """Paragraph formatting: `heading` is NONE, OUTLINE, NUMBER or BULLET; `level` counts from 0."""

    centred: bool = False
    heading: str = "NONE"
    numbering: str = "0"
    level: int = 0


@dataclass
class OwpmlStyles:
    """Character formats, paragraph shapes and numberings by id."""

    letters: dict[str, Letters] = field(default_factory=dict)
    shapes: dict[str, ParagraphShape] = field(default_factory=dict)
    numberings: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)
    ranks: Ranks = field(default_factory=Ranks)

    @classmethod
    def read(cls, header: Element | None, sections: list[Element]) -> "OwpmlStyles":
        """The styles of a document; `header` may be missing."""
        styles = cls()
        for element in header.iter() if header is not None else ():
            match name_of(element):
                case "charPr":
                    styles.letters[element.get("id", "")] = _letters(element)
                case "paraPr":
                    styles.shapes[element.get("id", "")] = _shape(element)
                case "numbering":
                    styles.numberings[element.get("id", "")] = _levels(element)
        styles._weigh(sections)
        return styles

    def _weigh(self, sections: list[Element]) -> None:
        heights: Counter[int] = Counter()
        for section in sections:
            for run in section.iter("{*}run"):
                length = sum(len(text) for t in run if name_of(t) == "t" for text in t.itertext())
                if length:
                    letters = self.letters.get(run.get("charPrIDRef", ""), Letters())
                    heights[letters.height] += length
        self.ranks = Ranks.of(heights)


def number(value: str | None, otherwise: int = 0) -> int:
    """A whole number from an attribute, or `otherwise` when it holds none."""
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def _letters(element: Element) -> Letters:
    return Letters(number(element.get("height"), 1000), child(element, "bold") is not None)


def _shape(element: Element) -> ParagraphShape:
    align, heading = child(element, "align"), child(element, "heading")
    centred = align is not None and align.get("horizontal") == "CENTER"
    if heading is None:
        return ParagraphShape(centred)
    return ParagraphShape(
        centred,
        heading.get("type", "NONE"),
        heading.get("idRef", "0"),
        max(0, min(number(heading.get("level")), 9)),
    )


def _levels(element: Element) -> list[tuple[str, str, int]]:
    """For each level (format such as `^1.`, number format, first number)."""
    heads = [head for head in element if name_of(head) == "paraHead"]
    heads.sort(key=lambda head: number(head.get("level")))
    return [
        (head.text or "", head.get("numFormat", "DIGIT"), number(head.get("start"), 1))
        for head in heads
    ]
