"""Converter from OWPML to HTML."""

from collections.abc import Callable

from board.text.documents.owpml.story import Story
from board.text.documents.owpml.styles import Styles
from board.text.documents.xml import Element


def html(
    header: Element | None, sections: list[Element], picture: Callable[[str], int | None]
) -> str:
    """The sections as HTML. `picture` takes the id of an item and gives its place, or None."""
    styles = Styles.read(header, sections)
    story = Story(styles, picture)
    return story.read(sections)
