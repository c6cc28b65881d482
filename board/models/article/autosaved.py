"""Words that an editor has typed and not saved yet, kept beside the article."""

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
    """Another window has saved, or is typing, something this one has not seen."""


class Manuscript(Model):
    """The fields of the editor's form as typed: {name: [values]}; `body` is cleaned HTML.

    `base` is the state of the article (its `updated_at`) the words were written on. `version`
    changes with every save, so that of two who save at once the second is told. `window` is the
    browser window they were typed in.
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
        """Whether these words came from this window, or were shown in it."""
        return version == self.version or bool(window and window == self.window)


class Autosaved:
    if TYPE_CHECKING:  # of the article
        body: Mapped[str]
        updated_at: Mapped[datetime]

    @declared_attr
    def manuscript(cls) -> Mapped["Manuscript | None"]:
        return relationship(cascade="all, delete-orphan", passive_deletes=True)

    def autosave(
        self, fields: dict[str, Any], *, by: "User", base: str, version: str = "", window: str = ""
    ) -> Manuscript:
        """Keep what is typed; readers see nothing of it. `base` and `version` are what this
        window knows of the article and its manuscript. Raises `OtherWindowError`."""
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
        """The article as it would be with these words. It leaves the session: it is there to be
        looked at and can no longer be saved. `body` must be clean."""
        db.session.expunge(self)
        for name, value in written.items():
            setattr(self, name, value)
        self.body = Markup(written["body"])  # noqa: S704
        return self

    def discard_manuscript(self, by: "User") -> None:
        """Throw the unsaved words away: the article stands as it was saved."""
        if self.manuscript is not None:
            self.manuscript = None
            audit.record("article.discard", by=by, on=self)
