"""WordprocessingML conversion: the XML inside DOCX, as HTML.

`styles` reads formatting, `numbering` counts, `story` walks through the paragraphs, `tables` finds
merged cells. The mammoth library was not used: it drops paragraph numbers and the letter sizes that
tell a title, and does not know hidden text.
"""

from board.text.documents.wordml.converter import html

__all__ = ["html"]
