"""Files nobody knows: what a killed process left half done, and what lies about for long."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from board.extensions import db
from board.files.storage import storage
from board.models.attachment.attachment import Attachment

NAMES_AT_ONCE = 500


def settle_leftovers() -> int:
    """Files whose rows were committed go to their place, all others go; how many there were."""
    return storage().settle(_known)


def orphans() -> Iterator[str]:
    """Names of folders of files, a month old and more, that belong to no article."""
    names = list(storage().forgotten())
    for start in range(0, len(names), NAMES_AT_ONCE):
        some = names[start : start + NAMES_AT_ONCE]
        known = _known(some)
        yield from (name for name in some if name not in known)


def discard_orphans(names: Sequence[str]) -> int:
    """How many folders went."""
    gone = set(names) - _known(list(names))
    for name in gone:
        storage().discard(name)
    return len(gone)


def _known(names: list[str]) -> set[str]:
    return set(
        db.session.scalars(select(Attachment.stored_as).where(Attachment.stored_as.in_(names)))
    )
