"""OWPML, the XML inside HWPX (and what HWP 5 is turned into), as HTML.

`styles` knows how things are drawn, `numbering` counts, `story` walks through the paragraphs,
`tables` knows rows and cells, `signs` what a single element says.
"""

from board.text.documents.owpml.converter import html

__all__ = ["html"]
