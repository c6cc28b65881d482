"""Release HTML brought into one shape: few elements, well nested, no empty ones, linear time.

Word processors and web pages hand over div, span and br soup. Here it becomes paragraphs,
headings, lists, tables and figures. Safety is not decided here; `sanitising` lets nh3 do that.

`shape` is what is written and which blocks are open in it; `formats` are bold, italics and links.
`blocks` and `skeletons` say where a block may begin, `words` put text and pictures into it.
"""

from board.text.shaping.shaped import shaped

__all__ = ["shaped"]
