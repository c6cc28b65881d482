"""Retouching of photos as the newsroom's pages do it, in one word."""

from __future__ import annotations

from board.files.photos.retouching import BLUR, CROP, Box
from board.models import Attachment, User
from board.models.attachment.retouchable import RESTORE


def blur(photo: Attachment, box: Box, *, by: User) -> None:
    _retouch(photo, BLUR, box, by)


def crop(photo: Attachment, box: Box, *, by: User) -> None:
    _retouch(photo, CROP, box, by)


def restore(photo: Attachment, *, by: User) -> None:
    _retouch(photo, RESTORE, None, by)


def _retouch(photo: Attachment, deed: str, box: Box | None, by: User) -> None:
    plan = photo.plan(deed, box)
    with plan.carried_out() as made:
        photo.retouch(plan, made, by=by)
