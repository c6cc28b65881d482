"""Words: what the paper's wordlist blocks, in the words or in the nickname."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.wordlist import wordlist_in_force


def examine(draft: Draft) -> Flag | None:
    wordlist = wordlist_in_force()
    found = dict.fromkeys(hit.word for text in draft.texts for hit in wordlist.find(text))
    return Flag("words", "쓸 수 없는 낱말", tuple(found), decides=False) if found else None
