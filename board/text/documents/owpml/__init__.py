"""OWPML, the XML inside HWPX (and what HWP 5 is turned into), as HTML.

`styles` knows how things are drawn, `numbering` counts, `story` walks through the paragraphs,
`tables` knows rows and cells, `signs` what a single element says.
"""

from collections.abc import Callable

from board.text.documents.owpml.story import Story
from board.text.documents.owpml.styles import Styles
from board.text.documents.xml import Element

__all__ = ["html"]


def html(
    header: Element | None, sections: list[Element], picture: Callable[[str], int | None]
) -> str:
    """The sections as HTML. `picture` takes the id of an item and gives its place, or None."""
    styles = Styles.read(header, sections)
    story = Story(styles, picture)
    return story.read(sections)
