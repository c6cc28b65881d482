"""Wordlist: the default words, and the admins' changes to them."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, insert_once
from board.models import audit
from board.models.screening.optional_wordlist import OptionalWordlist
from board.text.plain import escape_like
from board.text.words import Listed, Wordlist, default_entries, default_words, key_of

if TYPE_CHECKING:
    from board.models.user.user import User

BLOCKED, ALLOWED = KINDS = ("blocked", "allowed")
MOST_ENTRIES = 20_000
KIND_NAMES = {BLOCKED: "금지어", ALLOWED: "허용어"}


class WordlistEntry(Model):
    """A word an admin added. An allowed phrase protects its letters; if it equals a default word,
    it turns that one off. `letters` tell whether two words are the same."""

    __tablename__ = "wordlist_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
    letters: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    added_by: Mapped["User | None"] = relationship()

    @classmethod
    def of_kind(cls, kind: str, part: str = "") -> Select["WordlistEntry"]:
        """Words of a kind that contain `part`, newest first."""
        question = select(cls).where(cls.kind == kind).options(joinedload(cls.added_by))
        if part:
            question = question.where(cls.word.ilike(f"%{escape_like(part)}%", escape="\\"))
        return question.order_by(cls.id.desc())

    @classmethod
    def known(cls) -> dict[str, str]:
        """{letters: kind} of every word in the table."""
        return dict(db.session.execute(select(cls.letters, cls.kind)).all())

    @classmethod
    def add(cls, words: list[str], kind: str, by: "User") -> int:
        """Add words of two letters or more; returns how many were new."""
        now = clock.now()
        rows = [
            {"word": word, "letters": key_of(word), "kind": kind}
            | {"created_at": now, "added_by_id": by.id}
            for word in words
        ]
        added = insert_once(cls, rows) if rows else 0
        if added:
            audit.record(f"wordlist.add_{kind}", by=by, words=", ".join(words), count=added)
        return added

    def remove(self, by: "User") -> None:
        audit.record(f"wordlist.remove_{self.kind}", by=by, words=self.word, count=1)
        db.session.delete(self)
        db.session.flush()


def wordlist_in_force(version: tuple | None = None) -> Wordlist:
    """The current wordlist; compiled again only after a change. `version` is what `VERSION` said."""
    global _made
    version = version or tuple(db.session.execute(select(*VERSION)).one())
    if _made is None or _made[0] != version:
        _made = (version, Wordlist(*words_in_force()))
    return _made[1]


def words_in_force() -> tuple[list[str | Listed], list[str]]:
    """Every blocked and every allowed word. What an admin blocked, the first list cannot allow."""
    entry = (WordlistEntry.word, WordlistEntry.letters, WordlistEntry.kind)
    rows = db.session.execute(select(*entry).order_by(WordlistEntry.id)).all()
    own = {kind: [row.word for row in rows if row.kind == kind] for kind in KINDS}
    insisted = {row.letters for row in rows if row.kind == BLOCKED}
    spared = [word for word in default_words(ALLOWED) if key_of(word) not in insisted]
    return [*own[BLOCKED], *first_entries(BLOCKED)], own[ALLOWED] + spared


def first_entries(kind: str) -> list[Listed]:
    """What the paper starts with of a kind, the lists that were switched on among them."""
    more = sorted(OptionalWordlist.by_name()) if kind == BLOCKED else []
    return [entry for name in (kind, *more) for entry in default_entries(name)]


def words_in(*texts: str, version: tuple | None = None) -> list[str]:
    """Blocked words in these texts, as listed, unique, in order."""
    wordlist = wordlist_in_force(version)
    return list(dict.fromkeys(hit.word for text in texts for hit in wordlist.find(text)))


# In SQL: what differs after each change.
VERSION = tuple(
    select(each).scalar_subquery()
    for each in (
        func.count(WordlistEntry.id),
        func.max(WordlistEntry.id),
        func.max(WordlistEntry.created_at),
        func.count(OptionalWordlist.name),
        func.min(OptionalWordlist.name),
        func.max(OptionalWordlist.name),
    )
)
_made: tuple[tuple, Wordlist] | None = None  # of this process
