"""Personal data: somebody's numbers, in the words or in the nickname."""

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.text.personal import find


def examine(draft: Draft) -> Flag | None:
    """The flag names the kinds only: the numbers themselves are kept nowhere."""
    kinds = dict.fromkeys(found.name for text in draft.texts for found in find(text))
    return Flag("personal", "개인정보", tuple(kinds), decides=False) if kinds else None
