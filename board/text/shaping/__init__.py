"""HTML shaping: release HTML with few elements, well nested, none empty, in linear time.

Word processors and web pages bring div, span and br soup. It becomes paragraphs, headings, lists,
tables and figures. Safety is not decided here but by nh3 in `sanitising`.

`shape` holds the output and its open blocks, `formats` bold, italics and links. `blocks` and
`skeletons` decide where a block may begin, `words` inserts text and pictures.
"""

from board.text.shaping.shaped import shaped

__all__ = ["shaped"]
