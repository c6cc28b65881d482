"""Photo editing: crop, blur, and revert to the original.

Edits are stored as a list and replayed on a master that is never served. Each edit gives the photo
a new folder and a new address, because the content of an address never changes: browsers cache it
for a day. The old folder is deleted at commit, so the removed parts can be found nowhere.

Remaking takes seconds: plan it, commit, carry it out, and show what was made.

    plan = photo.plan(BLUR, box)
    db.session.commit()
    with plan.carried_out() as made:
        photo.retouch(plan, made, by=editor)
        db.session.commit()
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, update
from sqlalchemy.orm import Mapped, mapped_column

from board.extensions import db
from board.files import photos
from board.files.photos.retouching import Box, checked
from board.files.staging import Remade, remade
from board.files.storage import storage
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User

RESTORE = "restore"


class RetouchedError(ValueError):
    """Edit conflict: the photo was edited since the frame was drawn."""

    def __init__(self) -> None:
        super().__init__("그사이 다른 창에서 바뀐 사진입니다. 지금 모습을 보고 다시 해 주세요.")


class Retouchable:
    """Mixin for photo edits. `version` counts the states from 1; numbers are never reused."""

    if TYPE_CHECKING:  # of the attachment
        id: Mapped[int]
        name: Mapped[str]
        stored_as: Mapped[str]
        size: Mapped[int]
        width: Mapped[int | None]
        height: Mapped[int | None]

        @property
        def is_photo(self) -> bool: ...
        @property
        def widths(self) -> list[int]: ...
        def path(self, part: str) -> Path: ...

    version: Mapped[int] = mapped_column(default=1, server_default="1")
    edits: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")

    def plan(self, deed: str, box: Box | None = None, *, seen: int | None = None) -> "Retouching":
        """What `CROP` or `BLUR` with a box, or `RESTORE`, would make of the photo.

        `box` is left, top, width and height in fractions of the photo; `seen` is the version on
        which it was drawn. Raises `RetouchedError` when the photo has changed since, `ValueError`
        for a box outside of it; both with a Korean sentence.
        """
        if seen not in (None, self.version):
            raise RetouchedError
        added = [] if box is None else [*self.edits, {"deed": deed, "box": checked(box)}]
        return Retouching(deed, added, self.version, self._master)

    def retouch(self, plan: "Retouching", made: Remade, *, by: "User") -> None:
        """Show what was made. Raises `RetouchedError` when the photo has changed meanwhile."""
        self._claim(plan.version)
        storage().keep(made.folder, db.session())
        storage().drop(self.stored_as, db.session())
        self.stored_as, self.edits = made.folder.name, plan.edits
        self.width, self.height, self.size = made.width, made.height, made.size
        db.session.flush()
        audit.record(f"attachment.{plan.deed}", by=by, on=self, name=self.name)

    def part(self, file: str) -> str:
        """A file's name in this state's address: `480.webp`, later `480-2.webp`."""
        return file if self.version == 1 else f"-{self.version}.".join(file.split("."))

    def file_of(self, part: str) -> str | None:
        """The file for a name in an address, or None if there is none."""
        files = [f"{width}.webp" for width in self.widths] + [f"{self.widths[-1]}.jpg"]
        return next((file for file in files if self.is_photo and self.part(file) == part), None)

    def has_had(self, part: str) -> bool:
        """Whether this may be a name of an earlier state, whose files are deleted."""
        match = re.fullmatch(r"\d{1,5}(?:-([2-9]|[1-9]\d{1,8}))?\.(?:webp|jpg)", part)
        return bool(self.is_photo and match and int(match[1] or 1) < self.version)

    def _claim(self, version: int) -> None:
        """Take the next version number, optimistically: of two windows, one gets
        `RetouchedError`."""
        mine = type(self).id == self.id, type(self).version == version
        raised = update(type(self)).where(*mine).values(version=version + 1)
        if db.change(raised) != 1:
            raise RetouchedError
        db.session.refresh(self, ["version"])

    @property
    def _master(self) -> "Path":
        """The master file; photos from before masters were kept use their largest version."""
        master = self.path(photos.MASTER)
        return master if master.is_file() else self.path(f"{self.widths[-1]}.jpg")


@dataclass(frozen=True)
class Retouching:
    """A planned edit: all edits of the photo's next state, and the `version` they start from."""

    deed: str
    edits: list[dict[str, Any]]
    version: int
    master: Path

    @contextmanager
    def carried_out(self) -> Iterator[Remade]:
        """Context manager: the remade photo; asks the database nothing.

        Raises `ValueError`, a Korean sentence, when too little of the photo is left.
        """
        with ExitStack() as held:
            try:
                made = held.enter_context(remade(self.master, self.edits))
            except FileNotFoundError:  # another window retouched it, and its old folder is gone
                raise RetouchedError from None
            yield made
