"""PDF layout analysis: letters on printed pages put together again as text.

`rows` gathers letters into lines, `columns` puts the lines of two columns after each other,
`running` takes out what stands on every sheet, `tables` and `pictures` are drawn things, and
`paragraphs` joins lines that were only broken because the paper ended.
"""

from board.text.documents.layout.paragraphs import html
from board.text.documents.layout.sheet import PrintedPage, sheet

__all__ = ["PrintedPage", "html", "sheet"]
