"""What a killed process left on disk is put right at the next start."""

from sqlalchemy import select

from board.extensions import db
from board.models.attachment import Attachment
from board.storage import storage


def settle_leftovers() -> int:
    """Files whose rows were committed go to their place, all others go; how many there were."""
    return storage().settle(_known)


def _known(names: list[str]) -> set[str]:
    return set(
        db.session.scalars(select(Attachment.stored_as).where(Attachment.stored_as.in_(names)))
    )
