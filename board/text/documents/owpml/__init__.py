"""OWPML conversion: the XML inside HWPX (and what HWP 5 is converted to), as HTML.

`styles` reads formatting, `numbering` counts, `story` walks through the paragraphs, `tables` reads
rows and cells, `signs` reads single elements.
"""

from board.text.documents.owpml.converter import html

__all__ = ["html"]
