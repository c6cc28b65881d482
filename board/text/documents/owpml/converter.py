"""OWPML converter: entry point of this package."""

from collections.abc import Callable

from board.text.documents.owpml.story import OwpmlStory
from board.text.documents.owpml.styles import OwpmlStyles
from board.text.documents.xml import Element


def html(
    header: Element | None, sections: list[Element], picture: Callable[[str], int | None]
) -> str:
    """The sections as HTML. `picture` maps an item's id to its index, or None."""
    styles = OwpmlStyles.read(header, sections)
    story = OwpmlStory(styles, picture)
    return story.read(sections)
