"""Submission of a comment: what somebody sends, before it is screened and stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from board.models.comment.author import Hand
from board.models.user.authenticated import hash_password
from board.models.user.guest import Guest

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.user.user import User


@dataclass(frozen=True)
class Submission:
    """A submitted comment. `nickname` and `password` are a guest's, or the `password_hash` of one that
    was hashed before; `parent` is the comment that is answered.

    `once` is the form's idempotency key. `origin` is the client address's hash and its masked form;
    seeds have none. `warned`: the writer has seen the screening's warning, or nobody is there to
    see it. `suspicions` are signs that a machine sent the form.
    """

    body: str
    by: "User | Guest"
    nickname: str | None = None
    password: str | None = None
    password_hash: str | None = None
    parent: "Comment | None" = None
    once: str = ""
    origin: tuple[str | None, str | None] = (None, None)
    warned: bool = True
    suspicions: Sequence[str] = ()

    @property
    def writer(self) -> "User | None":
        """The member who writes; None for a guest."""
        return None if isinstance(self.by, Guest) else self.by

    @property
    def guest_password_hash(self) -> str:
        """What opens the comment to its guest again; ValueError when none was given."""
        if self.password_hash is not None:
            return self.password_hash
        if self.password is None:
            raise ValueError("a guest's comment needs a password")
        return hash_password(self.password)

    @property
    def hand(self) -> Hand:
        return Hand(self.by.key, self.origin[0])

    def key_for(self, article: "Article") -> str | None:
        """Idempotency key of the comment under this article; None when the form had none.

        Readers without a cookie get the same page and so the same `once`; the text, the name under
        it and where it came from tell two of them apart.
        """
        if not self.once:
            return None
        who = f"g:{self.nickname}:{self.origin[0]}" if self.by.is_guest else self.by.key
        parent = str(self.parent and self.parent.id)
        what = "\x1f".join((self.once, str(article.id), str(who), parent, self.body))
        return hashlib.sha256(what.encode()).hexdigest()
