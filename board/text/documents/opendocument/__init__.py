"""OpenDocument text (ODT): content and styles as HTML.

`converter` is the entry point, `story` walks through the text, `styles` resolves formatting,
`numbering` counts what lists number, `tables` reads rows and cells.
"""

from board.text.documents.opendocument.converter import html

__all__ = ["html"]
