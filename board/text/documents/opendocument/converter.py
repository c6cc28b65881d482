"""OpenDocument converter: entry point of this package."""

from collections.abc import Callable

from board.text.documents.opendocument.numbering import ListNumbering
from board.text.documents.opendocument.story import OpenStory
from board.text.documents.opendocument.styles import OpenStyles
from board.text.documents.xml import Element


def html(content: Element, styles: Element | None, picture: Callable[[str], int | None]) -> str:
    """The text of `content` as HTML. `picture` maps a path in the package to an index, or None."""
    roots = [root for root in (styles, content) if root is not None]
    story = OpenStory(OpenStyles.read(roots), ListNumbering.read(roots), picture)
    return story.read(content)
