"""Heat: a thread in which many write at once, and some of it is held or reported, slows down."""

from datetime import timedelta

from board.models.screening.draft import Draft
from board.models.screening.flag import Flag

WITHIN = timedelta(minutes=10)
MANY = 20  # comments
TROUBLED = 5  # of them held or reported
COOLS_FOR = timedelta(hours=1)
APART = 60  # seconds between two comments of one hand


def examine(draft: Draft) -> Flag | None:
    """Nobody is held for it: the thread itself gets slower."""
    return None
