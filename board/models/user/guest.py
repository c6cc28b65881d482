"""A reader who has not signed in."""

import hashlib

from board.models.user.permitted import Permitted


class Guest(Permitted):
    """A guest is a random token in a cookie, or nobody in particular before the first deed."""

    name = ""

    def __init__(self, token: str | None = None) -> None:
        self.token = token
        self.key = "g:" + hashlib.sha256(token.encode()).hexdigest()[:40] if token else None

    def is_author_of(self, thing) -> bool:
        return self.key is not None and super().is_author_of(thing)
