"""OpenDocument styles: what a named style says, over its parent and the default of its family."""

import re
from dataclasses import dataclass, field, replace

from board.text.documents.runs import Letters
from board.text.documents.xml import Element, name_of

DEEPEST = 20  # styles based on styles
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)pt")
_SHARE = re.compile(r"(\d{1,3})(?:\.\d{1,4})?%")


@dataclass(frozen=True)
class OpenFormat:
    """Resolved formatting of a paragraph or a span; `is_title` by the name of its style."""

    letters: Letters = field(default_factory=Letters)
    hidden: bool = False
    centred: bool = False
    is_title: bool = False

    def over(self, style: Element) -> "OpenFormat":
        """A copy with what this style says itself."""
        drawn = self
        for element in style:
            if name_of(element) == "text-properties":
                drawn = drawn._with_letters(element)
            elif name_of(element) == "paragraph-properties" and (
                align := attribute(element, "text-align")
            ):
                drawn = replace(drawn, centred=align == "center")
        named = attribute(style, "display-name") or attribute(style, "name")
        return replace(drawn, is_title=drawn.is_title or named in ("Title", "제목"))

    def _with_letters(self, properties: Element) -> "OpenFormat":
        """Of sizes and weights those for Korean letters count first."""
        size = attribute(properties, "font-size-asian") or attribute(properties, "font-size")
        weight = attribute(properties, "font-weight-asian") or attribute(properties, "font-weight")
        height, bold = self.letters.height, self.letters.bold
        if found := _POINTS.fullmatch(size):
            height = round(float(found[1]) * 100)
        elif found := _SHARE.fullmatch(size):
            height = height * int(found[1]) // 100
        if weight:
            bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
        hidden = {"none": True, "true": False}.get(attribute(properties, "display"), self.hidden)
        return replace(self, letters=Letters(height, bold), hidden=hidden)


@dataclass
class OpenStyles:
    """The styles of a document by family ("paragraph", "text") and name."""

    named: dict[tuple[str, str], Element] = field(default_factory=dict)
    defaults: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def read(cls, roots: list[Element]) -> "OpenStyles":
        """The styles of a document; of two with one name the later counts."""
        styles = cls()
        for root in roots:
            for style in root.iter("{*}style", "{*}default-style"):
                family = attribute(style, "family")
                if name_of(style) == "style":
                    styles.named[family, attribute(style, "name")] = style
                else:
                    styles.defaults[family] = style
        return styles

    def paragraph(self, element: Element) -> OpenFormat:
        """The formatting of a paragraph or heading."""
        default = self.defaults.get("paragraph")
        usual = OpenFormat().over(default) if default is not None else OpenFormat()
        return self._named("paragraph", attribute(element, "style-name"), usual)

    def span(self, element: Element, around: OpenFormat) -> OpenFormat:
        """The formatting of a span in text that is drawn like `around`."""
        return self._named("text", attribute(element, "style-name"), around)

    def hides(self, section: Element) -> bool:
        return attribute(section, "display") == "none"

    def _named(self, family: str, name: str, base: OpenFormat) -> OpenFormat:
        chain: list[Element] = []
        while (style := self.named.get((family, name))) is not None and len(chain) < DEEPEST:
            chain.append(style)
            name = attribute(style, "parent-style-name")
        for style in reversed(chain):
            base = base.over(style)
        return base


def attribute(element: Element, name: str) -> str:
    """An attribute's value by its name without namespace."""
    return next((text for key, text in element.attrib.items() if key.endswith(f"}}{name}")), "")


def number(text: str, otherwise: int) -> int:
    """A whole number up to 10,000, or `otherwise`."""
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise
