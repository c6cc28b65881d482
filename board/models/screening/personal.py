"""Personal data phase: personal numbers in the text or the nickname."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.text.personal import find


def examine(draft: Draft) -> Flag | None:
    """The flag names only the kinds: the numbers themselves are not stored."""
    kinds = dict.fromkeys(found.name for text in draft.texts for found in find(text))
    return Flag("personal", "개인정보", tuple(kinds), decides=False) if kinds else None
