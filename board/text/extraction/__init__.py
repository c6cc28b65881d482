"""Article extraction: a pasted page or press release, split into the parts of an article.

`read` takes what was copied: a whole page from a browser, a bare release from a word processor, a
mail, a chat, a text file, or the HTML source of any of these. It works in steps, each in its own
file:

1. `lines`        split the source into lines, each with the gap before it (and its HTML, if any)
2. `chats`        mark names and times of a chat; `mail_heads` what stands above a mail
3. `boilerplate`  mark lines that are boilerplate by their own words: buttons, counters, menus, mail
                  headers, contact boxes, footers, board lists
4. `head`         choose the title (`titles`), find author and dates (`meta`, `facts`, `embargo`)
                  and subtitles
5. `tail`         find where the article ends; `foot` the officials and signatures above that
6. `leftovers`    take contacts, enclosures and facts out of the story
7. `body`         build paragraphs, lists and tables from the rest

`read_document` takes the HTML of a file that was opened (`document` names its steps).

No word is written that was not in the source, and what is left out is reported as `cut`.
"""

from board.text.extraction.cuts import Cut
from board.text.extraction.decoding import decode
from board.text.extraction.facts import Guess
from board.text.extraction.offices import sender_in
from board.text.extraction.reading import Pasted, read, read_document

__all__ = ["Cut", "Guess", "Pasted", "decode", "read", "read_document", "sender_in"]
