"""Allowed elements of a release, grouped by their content model."""

INLINE = frozenset(("strong", "b", "em", "i", "u", "s", "a"))
HEADINGS = frozenset(("h2", "h3", "h4"))
CAPTIONS = frozenset(("caption", "figcaption"))
LISTS = frozenset(("ul", "ol"))
SECTIONS = frozenset(("thead", "tbody"))
CELLS = frozenset(("td", "th"))
HOLDS_TEXT = HEADINGS | CAPTIONS | CELLS | {"p", "li"}
WALLS = CELLS | {"table", "li", "blockquote"}  # formats do not leak out of these
