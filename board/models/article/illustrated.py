"""Photos of an article, shown in order, and files to download."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from markupsafe import Markup
from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, contains_eager, declared_attr, relationship

from board.extensions import db
from board.files import photos
from board.files.limits import LARGEST_ARTICLE, LARGEST_FILE
from board.files.photos.ahead import move
from board.files.storage import Folder, TooLargeError, storage
from board.files.types import CHUNK, clean_name, recognise
from board.models import audit
from board.models.attachment.attachment import BODY, FILE, PHOTO, Attachment
from board.text import figures
from board.text.korean import file_size

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from board.models.article.deletable import Deletion
    from board.models.article.publishable import Withdrawal
    from board.models.user.user import User


class Illustrated:
    """Mixin: `enclosures` are all attachments; `photos` and `attachments` split them, in order."""

    if TYPE_CHECKING:  # of the article
        id: Mapped[int]
        body: Mapped[str]
        deletion: Mapped[Deletion | None]
        withdrawal: Mapped[Withdrawal | None]

        @classmethod
        def is_kept(cls) -> ColumnElement[bool]: ...
        @classmethod
        def is_out(cls) -> ColumnElement[bool]: ...

    @declared_attr
    def enclosures(cls) -> Mapped[list[Attachment]]:
        return relationship(
            Attachment,
            back_populates="article",
            order_by=(Attachment.position, Attachment.id),
            cascade="all, delete-orphan",
            passive_deletes=True,
        )

    @classmethod
    def enclosure(cls, id: int) -> Select[Attachment]:
        """The attachment with its article; ask the viewer whether they may see the article."""
        question = select(Attachment).join(Attachment.article).where(cls.is_kept())
        return question.options(contains_eager(Attachment.article)).where(Attachment.id == id)

    @classmethod
    def photo(cls, id: int) -> Select[Attachment]:
        return cls.enclosure(id).where(Attachment.kind == PHOTO)

    @classmethod
    def enclosures_readable_by(cls, viewer) -> Select[Attachment]:
        """Attachments of published articles; for those who edit articles, of any."""
        article = contains_eager(Attachment.article)
        question = select(Attachment).join(Attachment.article).where(cls.is_kept())
        question = question.options(
            article.joinedload(cls.withdrawal), article.joinedload(cls.deletion)
        )
        return question if viewer.can_edit_articles else question.where(cls.is_out())

    @property
    def photos(self) -> list[Attachment]:
        return [upload for upload in self.enclosures if upload.is_photo]

    @property
    def attachments(self) -> list[Attachment]:
        return [upload for upload in self.enclosures if not upload.is_photo]

    @property
    def story(self) -> Markup:
        """The body as readers get it, with each photo and its caption in place."""
        photos = {photo.id: photo for photo in self.photos}
        first = None if self.gallery else next(iter(self._placed), None)

        def draw(number: int) -> str:
            photo = photos.get(number)
            return photo.figure(first=number == first) if photo else ""

        return Markup(figures.drawn(str(self.body), draw))  # noqa: S704

    @property
    def gallery(self) -> list[Attachment]:
        """Photos that are not placed in the body, in order."""
        placed = set(self._placed)
        return [photo for photo in self.photos if photo.id not in placed]

    @property
    def _placed(self) -> list[int]:
        own = {photo.id for photo in self.photos}
        return [number for number in figures.photos_in(str(self.body)) if number in own]

    @property
    def lead_photo(self) -> Attachment | None:
        return next(iter(self.photos), None)

    @property
    def undescribed_photos(self) -> list[Attachment]:
        """Photos without an alternative text; they block publishing."""
        return [photo for photo in self.photos if not photo.alt]

    def attach(
        self,
        stream: BinaryIO,
        name: str,
        *,
        by: "User",
        alt: str = "",
        caption: str = "",
        credit: str = "",
        made: Path | None = None,
    ) -> Attachment:
        """Store an uploaded file: photos are re-encoded, other files are kept unchanged.

        `made` is the folder of a photo processed beforehand. The same file again gives the first
        one. Raises `ValueError` with a Korean sentence for a refused kind or size. The files are
        deleted if the transaction rolls back.
        """
        name = clean_name(name)
        kind = recognise(stream, name)
        digest = _digest(stream)
        for upload in self.enclosures:
            if upload.digest == digest:
                return upload
        with storage().keeping(db.session()) as folder:
            kept = (
                _keep_photo(stream, folder, made) if kind.is_photo else _keep_file(stream, folder)
            )
            upload = Attachment(
                **kept, name=name, digest=digest, stored_as=folder.name, alt=alt, caption=caption
            )
            upload.media_type = kind.media_type
            upload.credit = credit
            self._check_room_for(upload)
        upload.position = 1 + max((each.position for each in self.enclosures), default=-1)
        self.enclosures.append(upload)
        db.session.flush()
        audit.record("attachment.create", by=by, on=upload, name=name, article=self.id)
        return upload

    def _check_room_for(self, upload: Attachment) -> None:
        if sum(each.size for each in self.enclosures) + upload.size > LARGEST_ARTICLE:
            raise TooLargeError(
                f"글 하나에는 모두 {file_size(LARGEST_ARTICLE)}까지 붙일 수 있습니다. "
                "쓰지 않는 파일을 먼저 빼 주세요."
            )


def _keep_photo(stream: BinaryIO, folder: Folder, ahead: Path | None) -> dict[str, Any]:
    _check_size(stream)
    made = move(ahead, folder.path) if ahead else photos.make(stream, folder.path)
    return {"kind": PHOTO, "width": made.width, "height": made.height, "size": made.size}


def _keep_file(stream: BinaryIO, folder: Folder) -> dict[str, Any]:
    return {"kind": FILE, "size": folder.write(BODY, stream)}


def _check_size(stream: BinaryIO) -> None:
    size = stream.seek(0, 2)
    stream.seek(0)
    if size > LARGEST_FILE:
        raise TooLargeError.above(LARGEST_FILE)


def _digest(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(CHUNK):
        digest.update(piece)
    stream.seek(0)
    return digest.hexdigest()
