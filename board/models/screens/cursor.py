"""Cursor: where the next page of comments begins, as addresses carry it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
WRITTEN = re.compile(r"(\d{1,16})\.(\d{1,10})\.(\d{1,9})\.(\d{1,16})", re.ASCII)


@dataclass(frozen=True)
class Cursor:
    """Keyset cursor: the last top-level comment of a page, as it was then; its row may be gone.

    `score` is its recommendations, `as_of` when the article's newest one was made: later ones move
    no comment from one page to another. Recommendations withdrawn since are not known, so such a
    comment may come again, but none is left out.
    """

    created_at: datetime
    id: int
    score: int = 0
    as_of: datetime = EPOCH

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """The cursor in an address; ValueError for a text that is none."""
        if (read := WRITTEN.fullmatch(text)) is None:
            raise ValueError("not a cursor")
        created_at, number, score, as_of = map(int, read.groups())
        return cls(EPOCH + created_at * MICROSECOND, number, score, EPOCH + as_of * MICROSECOND)

    def __str__(self) -> str:
        created_at = (self.created_at - EPOCH) // MICROSECOND
        as_of = (self.as_of - EPOCH) // MICROSECOND
        return f"{created_at}.{self.id}.{self.score}.{as_of}"
