"""Word styles: direct formatting, else the style, else the document's default."""

from dataclasses import dataclass, field, replace

from board.text.documents.runs import Letters
from board.text.documents.xml import Element, child, name_of

DEEPEST = 20  # styles based on styles
_OFF = ("false", "0", "off", "none")


@dataclass(frozen=True)
class Drawn:
    """Resolved formatting of a run or paragraph; `level` is a heading's, 0 the highest."""

    letters: Letters = field(default_factory=Letters)
    hidden: bool = False
    centred: bool = False
    level: int | None = None
    list_id: str | None = None
    list_level: int = 0

    def with_letters(self, properties: Element | None) -> "Drawn":
        """A copy with the properties of an rPr element applied."""
        height, bold, hidden = self.letters.height, self.letters.bold, self.hidden
        for element in properties if properties is not None else ():
            match name_of(element):
                case "sz":
                    height = number(value(element), height // 50) * 50  # half points
                case "b":
                    bold = value(element) not in _OFF
                case "vanish" | "webHidden":
                    hidden = value(element) not in _OFF
        return replace(self, letters=Letters(height, bold), hidden=hidden)

    def with_shape(self, properties: Element | None) -> "Drawn":
        """A copy with the properties of a pPr element applied."""
        drawn = self
        for element in properties if properties is not None else ():
            match name_of(element):
                case "jc":
                    drawn = replace(drawn, centred=value(element) == "center")
                case "outlineLvl":
                    drawn = replace(drawn, level=number(value(element), 9))
                case "numPr":
                    drawn = _numbered(drawn, element)
        return drawn


@dataclass
class WordStyles:
    """The styles of a document, with inheritance."""

    by_id: dict[str, Element]
    default: Drawn
    usual: str = ""  # the style of paragraphs that name none

    @classmethod
    def read(cls, root: Element | None) -> "WordStyles":
        """The styles of a document; `root` may be missing."""
        styles = cls({}, Drawn())
        for element in root if root is not None else ():
            if name_of(element) == "docDefaults":
                styles.default = _defaults(element)
            elif name_of(element) == "style":
                style_id = attribute(element, "styleId")
                styles.by_id[style_id] = element
                if (
                    attribute(element, "default") == "1"
                    and attribute(element, "type") == "paragraph"
                ):
                    styles.usual = style_id
        return styles

    def drawn(self, style_id: str, base: Drawn | None = None) -> Drawn:
        """The formatting of this style, over `base` or the document's default."""
        chain: list[Element] = []
        while (style := self.by_id.get(style_id)) is not None and len(chain) < DEEPEST:
            chain.append(style)
            based_on = child(style, "basedOn")
            style_id = value(based_on) if based_on is not None else ""
        drawn = base or self.default
        for style in reversed(chain):
            drawn = drawn.with_letters(child(style, "rPr")).with_shape(child(style, "pPr"))
        return drawn

    def paragraph(self, properties: Element | None) -> Drawn:
        """The formatting of a paragraph with these properties, and of its text."""
        named = child(properties, "pStyle") if properties is not None else None
        style_id = value(named) if named is not None else self.usual
        return self.drawn(style_id).with_shape(properties)

    def is_title(self, properties: Element | None) -> bool:
        named = child(properties, "pStyle") if properties is not None else None
        style = self.by_id.get(value(named)) if named is not None else None
        name = child(style, "name") if style is not None else None
        return name is not None and value(name).lower() in ("title", "제목")

    def run(self, properties: Element | None, paragraph: Drawn) -> Drawn:
        named = child(properties, "rStyle") if properties is not None else None
        drawn = self.drawn(value(named), paragraph) if named is not None else paragraph
        return drawn.with_letters(properties)


def attribute(element: Element, name: str) -> str:
    """An attribute's value by its name without namespace."""
    return next((text for key, text in element.attrib.items() if key.endswith(f"}}{name}")), "")


def value(element: Element) -> str:
    return attribute(element, "val")


def number(text: str, otherwise: int) -> int:
    """A whole number up to 10,000, or `otherwise`."""
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise


def _numbered(drawn: Drawn, properties: Element) -> Drawn:
    named, level = child(properties, "numId"), child(properties, "ilvl")
    return replace(
        drawn,
        list_id=value(named) if named is not None else drawn.list_id,
        list_level=number(value(level), 0) if level is not None else drawn.list_level,
    )


def _defaults(element: Element) -> Drawn:
    holder = child(element, "rPrDefault")
    return Drawn().with_letters(child(holder, "rPr") if holder is not None else None)
