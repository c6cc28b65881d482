"""Revisions: published texts of an article, with date, author and reason."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import SafeHTML, UTCDateTime
from board.extensions import Model
from board.text import differences
from board.text.differences import Passage
from board.text.sanitising import clean_again, release_html

if TYPE_CHECKING:
    from board.models.user.user import User

# What readers read of an article, in the order in which changes are told, and its name on screen.
TEXT = {
    "title": "제목",
    "subtitles": "부제",
    "body": "본문",
    "byline": "작성자",
    "source": "자료 제공",
}

LONGEST_REVISION = 100  # characters of its reason


class Revision(Model):
    """A text, valid from `created_at` on. Number 1 is the first; the last is the current one.

    `added` and `removed` count letters against the previous revision.
    """

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    number: Mapped[int]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    changed: Mapped[list[str]] = mapped_column(JSON, default=list)
    added: Mapped[int] = mapped_column(default=0)
    removed: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    subtitles: Mapped[list[str]] = mapped_column(JSON, default=list)
    body: Mapped[str] = mapped_column(SafeHTML(release_html, clean_again), deferred=True)
    byline: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    by: Mapped["User | None"] = relationship()

    @classmethod
    def of(cls, before: dict[str, Any], after: dict[str, Any], **told: Any) -> "Revision":
        """A revision with the text `after`, not yet numbered; its difference is counted now."""
        amounts = [differences.amount(passages) for passages in compared(before, after).values()]
        return cls(
            changed=[name for name in TEXT if before[name] != after[name]],
            added=sum(added for added, _ in amounts),
            removed=sum(removed for _, removed in amounts),
            **after,
            **told,
        )

    @property
    def has_new_words(self) -> bool:
        """Whether words changed, not only photos or formatting."""
        return bool(self.added or self.removed)

    @property
    def changed_names(self) -> list[str]:
        return [TEXT[name] for name in self.changed]

    @property
    def text(self) -> dict[str, Any]:
        """Arguments for `article.revise` to restore this text."""
        return {name: getattr(self, name) for name in TEXT}

    def changes_since(self, earlier: "Revision") -> list[tuple[str, list[Passage]]]:
        """(「제목」 …, diff) of each part that differs from the earlier revision."""
        return [
            (TEXT[name], passages)
            for name, passages in compared(earlier.text, self.text).items()
            if any(passage.mark != differences.SAME for passage in passages)
        ]


def compared(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Passage]]:
    """{part: diff} of two texts; unchanged parts are left out."""
    return {
        name: differences.between(_lines(name, before[name]), _lines(name, after[name]))
        for name in TEXT
        if before[name] != after[name]
    }


def _lines(name: str, value: str | list[str]) -> str:
    if name == "body":
        return differences.readable(str(value))
    return "\n".join(value) if isinstance(value, list) else value
