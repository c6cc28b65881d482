"""Photos of an article, shown in order, and files to download."""

from typing import TYPE_CHECKING, BinaryIO

from markupsafe import Markup
from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, contains_eager, declared_attr, relationship

from board.extensions import db
from board.files.limits import LARGEST_ARTICLE
from board.files.staging import Staged, staged
from board.files.storage import TooLargeError, storage
from board.models import audit
from board.models.attachment.attachment import FILE, PHOTO, Attachment
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

    def attach(self, stream: BinaryIO, name: str, *, by: "User", **words: str) -> Attachment:
        """Stage a file and enclose it at once, where nobody waits for the database meanwhile."""
        with staged(stream, name) as upload:
            return self.enclose(upload, by=by, **words)

    def enclose(
        self, upload: Staged, *, by: "User", alt: str = "", caption: str = "", credit: str = ""
    ) -> Attachment:
        """Attach a staged upload. The same file again gives the first one.

        Raises `ValueError` with a Korean sentence when the article is full. The files are deleted if
        the transaction rolls back.
        """
        for attachment in self.enclosures:
            if attachment.digest == upload.digest:
                return attachment
        self._check_room_for(upload)
        storage().keep(upload.folder, db.session())
        made = upload.made
        attachment = Attachment(
            kind=PHOTO if made else FILE,
            name=upload.name,
            stored_as=upload.folder.name,
            digest=upload.digest,
            media_type=upload.kind.media_type,
            size=upload.size,
            width=made and made.width,
            height=made and made.height,
            alt=alt,
            caption=caption,
            credit=credit,
            position=1 + max((each.position for each in self.enclosures), default=-1),
        )
        self.enclosures.append(attachment)
        db.session.flush()
        audit.record("attachment.create", by=by, on=attachment, name=upload.name, article=self.id)
        return attachment

    def _check_room_for(self, upload: Staged) -> None:
        if sum(each.size for each in self.enclosures) + upload.size > LARGEST_ARTICLE:
            raise TooLargeError(
                f"글 하나에는 모두 {file_size(LARGEST_ARTICLE)}까지 붙일 수 있습니다. "
                "쓰지 않는 파일을 먼저 빼 주세요."
            )
