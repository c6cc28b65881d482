"""A page or a release that somebody brought, read into the parts of an article.

`read` takes what was copied: a whole page as a browser copies it, a bare release from a word
processor, a mail, or the HTML source of any of these. The reading goes in steps, each its own file:

1. `lines`      the source becomes lines, each knowing the gap before it (and its HTML, if any)
2. `boilerplate`  lines that by their own words can only be boilerplate are named: buttons, counters,
                menus, mail headers, contact boxes, footers, board lists
3. `head`       the title is chosen (`titles`), author and dates are found (`meta`, `facts`,
                `embargo`), subtitles read
4. `tail`       where the article ends
5. `body`       what remains becomes paragraphs, lists and tables

`read_document` takes the HTML of a file that was opened (`document` names its steps).

No word is written that was not in the source, and what is left out is reported as `cut`.
"""

from board.text.extraction.cuts import Cut
from board.text.extraction.decoding import decode
from board.text.extraction.facts import Guess
from board.text.extraction.reading import Pasted, read, read_document

__all__ = ["Cut", "Guess", "Pasted", "decode", "read", "read_document"]
