"""Guest: a reader who has not signed in."""

import hashlib

from board.models.user.permitted import Permitted


class Guest(Permitted):
    """A guest, identified by a random token in a cookie; without one before the first write."""

    name = ""

    def __init__(self, token: str | None = None) -> None:
        self.token = token
        self.key = "g:" + hashlib.sha256(token.encode()).hexdigest()[:40] if token else None

    def is_author_of(self, thing) -> bool:
        """Whether this guest's cookie wrote it."""
        return self.key is not None and super().is_author_of(thing)
