"""Attachment: a photo shown in an article, or a file to download."""

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup
from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.files import photos
from board.files.staging import BODY
from board.files.storage import storage
from board.files.types import KINDS
from board.models import audit
from board.models.attachment.retouchable import Retouchable
from board.text import figures
from board.text.documents import KINDS as DOCUMENTS_AND_ZIP

if TYPE_CHECKING:
    from pathlib import Path

    from board.models.article.article import Article
    from board.models.user.user import User

PHOTO, FILE = "photo", "file"
DOCUMENTS = set(DOCUMENTS_AND_ZIP) - {"zip"}
LONGEST_ALT, LONGEST_CAPTION, LONGEST_CREDIT = 200, 300, 100  # characters


class Attachment(Retouchable, Model):
    """An uploaded file. `stored_as` names its folder on disk; `digest` detects the same file
    again."""

    __tablename__ = "attachments"
    __table_args__ = (
        UniqueConstraint("article_id", "digest"),
        CheckConstraint("kind in ('photo', 'file')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    name: Mapped[str]
    stored_as: Mapped[str] = mapped_column(unique=True)
    digest: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    alt: Mapped[str] = mapped_column(default="")
    caption: Mapped[str] = mapped_column(default="")
    credit: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    article: Mapped["Article"] = relationship(back_populates="enclosures")

    @property
    def is_photo(self) -> bool:
        return self.kind == PHOTO

    @property
    def is_document(self) -> bool:
        """Whether it may contain a text that can be extracted."""
        return self.extension in DOCUMENTS

    @property
    def extension(self) -> str:
        return self.name.rpartition(".")[2].lower()

    @property
    def kind_label(self) -> str:
        """The file type as readers know it: HWP, PDF, …"""
        known = (kind.label for kind in KINDS.values() if kind.media_type == self.media_type)
        return next(known, self.extension.upper())

    @property
    def widths(self) -> list[int]:
        """Available widths of a photo in pixels, ascending."""
        return photos.widths_up_to(self.width or 0)

    @property
    def srcset(self) -> str:
        return ", ".join(f"{self.address(width)} {width}w" for width in self.widths)

    def address(self, width: int | None = None) -> str:
        """The path of the file; of a photo in this width, by default the largest as JPEG."""
        if not self.is_photo:
            return f"/attachments/{self.id}/{quote(self.name)}"
        name = f"{self.widths[-1]}.jpg" if width is None else f"{width}.webp"
        return f"/photos/{self.id}/{self.part(name)}"

    def figure(self, *, first: bool = False) -> Markup:
        """The photo with its caption, as HTML."""
        return figures.shown(self, first=first)

    def path(self, part: str = BODY) -> "Path":
        """The path on disk of the file, or of a photo's version such as `480.webp`."""
        return storage().path(self.stored_as, part)

    @property
    def words_mark(self) -> str:
        """A mark that changes whenever one of the photo's texts does."""
        return self.mark_of(self.alt, self.caption, self.credit)

    @staticmethod
    def mark_of(alt: str, caption: str, credit: str) -> str:
        return sha256("\n".join((alt, caption, credit)).encode()).hexdigest()[:12]

    def describe(self, *, alt: str, caption: str, credit: str, by: "User") -> None:
        """Set the alternative text, caption and credit."""
        self.alt, self.caption, self.credit = alt, caption, credit
        audit.record("attachment.describe", by=by, on=self, name=self.name)

    def place(self, position: int, by: "User") -> None:
        """Move it to this position, from 0, among attachments of its kind."""
        row = [upload for upload in self.article.enclosures if upload.kind == self.kind]
        before = row.index(self)
        row.insert(min(max(position, 0), len(row) - 1), row.pop(before))
        for index, upload in enumerate(row):
            upload.position = index
        if row.index(self) != before:
            audit.record("attachment.place", by=by, on=self, name=self.name, position=self.position)
        db.session.flush()
        db.session.expire(self.article, ["enclosures"])

    def remove(self, by: "User") -> None:
        """Remove it from the article; its files are deleted at commit."""
        audit.record("attachment.remove", by=by, on=self, name=self.name, article=self.article_id)
        storage().drop(self.stored_as, db.session())
        self.article.enclosures.remove(self)
