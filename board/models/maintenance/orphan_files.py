"""Orphaned files: left by killed processes, or without a row for a long time."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from board.extensions import db
from board.files.storage import storage
from board.models.attachment.attachment import Attachment

NAMES_AT_ONCE = 500


def settle_leftovers() -> int:
    """Crash recovery of uploads: committed ones are moved to their place, others deleted; returns
    how many there were."""
    return storage().settle(_known)


def orphans() -> Iterator[str]:
    """Names of file folders, at least a month old, that belong to no article."""
    names = list(storage().forgotten())
    for start in range(0, len(names), NAMES_AT_ONCE):
        some = names[start : start + NAMES_AT_ONCE]
        known = _known(some)
        yield from (name for name in some if name not in known)


def discard_orphans(names: Sequence[str]) -> int:
    """Delete these folders at commit; returns how many."""
    gone = set(names) - _known(list(names))
    for name in gone:
        storage().drop(name, db.session())
    return len(gone)


def _known(names: list[str]) -> set[str]:
    return set(
        db.session.scalars(select(Attachment.stored_as).where(Attachment.stored_as.in_(names)))
    )
