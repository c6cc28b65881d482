"""Wordlist phase: blocked words in the text or the nickname."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.screening.wordlist import words_in


def examine(draft: Draft) -> Flag | None:
    found = words_in(*draft.texts, version=draft.situation.wordlist)
    return Flag("words", "금지어", tuple(found), decides=False) if found else None
