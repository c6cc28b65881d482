"""Autosave: text that an editor has typed and not saved yet, kept beside the article."""

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from markupsafe import Markup
from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User

# So long after the last word somebody is taken to be sitting at another window still.
STILL_TYPING = timedelta(minutes=2)
FROM_DOCUMENT = "document:"  # a window's name begins so when nobody sits at it


class OtherWindowError(Exception):
    """Edit conflict: another window has saved, or is typing, something this one has not seen."""


class Manuscript(Model):
    """Unsaved text: the editor's form fields as typed, {name: [values]}; `body` is sanitised HTML.

    `base` is the state of the article (its `updated_at`) on which it was typed. `version` changes
    with every autosave, so that of two concurrent ones the second gets an error. `window` is the
    browser window in which it was typed.
    """

    __tablename__ = "manuscripts"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    base: Mapped[str]
    window: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column()
    saved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    by: Mapped["User | None"] = relationship()

    __mapper_args__ = {
        "version_id_col": version,
        "version_id_generator": lambda _version: secrets.token_hex(8),
    }

    @property
    def is_fresh(self) -> bool:
        if self.window.startswith(FROM_DOCUMENT):
            return False
        return clock.now() - self.saved_at < STILL_TYPING

    def is_known_to(self, version: str, window: str) -> bool:
        """Whether this text was typed in this window, or shown in it."""
        return version == self.version or bool(window and window == self.window)


class Autosaved:
    """Mixin: unsaved text of an article."""

    if TYPE_CHECKING:  # of the article
        body: Mapped[str]
        updated_at: Mapped[datetime]

    @declared_attr
    def manuscript(cls) -> Mapped["Manuscript | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    def autosave(
        self, fields: dict[str, Any], *, by: "User", base: str, version: str = "", window: str = ""
    ) -> Manuscript:
        """Store unsaved text, which readers never see. `base` and `version` are what this window
        knows of the article and its unsaved text. Raises `OtherWindowError`."""
        kept = self.manuscript
        if base != self.updated_at.isoformat():
            raise OtherWindowError
        if kept is None:
            kept = self.manuscript = Manuscript()
        elif not kept.is_known_to(version, window):
            raise OtherWindowError
        kept.fields, kept.by, kept.base, kept.window = fields, by, base, window
        kept.saved_at = clock.now()
        db.session.flush()
        return kept

    def seen_with(self, **written: Any) -> Self:
        """The article with this text, for a preview. It is detached from the session and cannot be
        saved. `body` must be sanitised."""
        db.session.expunge(self)
        for name, value in written.items():
            setattr(self, name, value)
        self.body = Markup(written["body"])  # noqa: S704
        return self

    def discard_manuscript(self, by: "User") -> None:
        """Delete the unsaved text: the article stays as it was saved."""
        if self.manuscript is not None:
            self.manuscript = None
            audit.record("article.discard", by=by, on=self)
