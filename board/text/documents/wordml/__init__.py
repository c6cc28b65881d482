"""WordprocessingML, the XML inside DOCX, as HTML.

`styles` knows how things are drawn, `numbering` counts, `story` walks through the paragraphs,
`tables` knows which cells are merged. mammoth, which does the like, drops the numbers drawn before
paragraphs, the sizes that tell a title, and does not know hidden text.
"""

from board.text.documents.wordml.converter import html

__all__ = ["html"]
