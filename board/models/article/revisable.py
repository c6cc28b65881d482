"""Revision: editing an article; every published text is kept."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models import audit
from board.models.article.revision import TEXT, Revision
from board.text.sanitising import release_html

if TYPE_CHECKING:
    from board.models.user.user import User

# A correction within minutes of publishing is not worth telling readers.
QUIET_EDIT = timedelta(minutes=5)
WRITTEN = (*TEXT, "board", "other_boards", "allows_comments", "label", "embargo_until")


class Revisable:
    """Mixin: `rewritten_at` is when the text last changed after publication."""

    if TYPE_CHECKING:  # of the article
        author_id: Mapped[int | None]
        body: Mapped[str]
        published_at: Mapped[datetime | None]
        updated_at: Mapped[datetime]

        @property
        def comment_rules(self) -> dict[str, Any]: ...
        def note_comment_rules(self, before: dict[str, Any], by: "User") -> None: ...

    rewritten_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @declared_attr
    def revisions(cls) -> Mapped[list[Revision]]:
        return relationship(
            Revision,
            order_by=Revision.number,
            cascade="all, delete-orphan",
            passive_deletes=True,
        )

    @property
    def was_seen(self) -> bool:
        """Whether it was ever published, withdrawn or not."""
        return self.published_at is not None and self.published_at <= clock.now()

    @property
    def edited_at(self) -> datetime | None:
        """When the text last changed, if that was well after publication; else None."""
        if self.rewritten_at is None or self.published_at is None:
            return None
        return None if self.rewritten_at - self.published_at < QUIET_EDIT else self.rewritten_at

    def revise(self, by: "User", reason: str = "", **written: Any) -> None:
        """Change fields; `updated_at` changes only if one of them did.

        Of a published text both the old and the new version are kept as revisions. Readers are told
        when other comment rules apply.
        """
        if self.was_seen:
            self._wait_for_others()
        changed = [name for name in WRITTEN if name in written and self._differs(name, written)]
        if not changed:
            return
        before, rules = self._text, self.comment_rules
        for name in changed:
            setattr(self, name, written[name])
        self.updated_at = clock.now()
        kept = self._keep(before, by, reason) if self.was_seen else None
        detail = {"revision": kept.number, "reason": reason} if kept else {}
        audit.record("article.revise", by=by, on=self, changed=changed, **detail)
        if self.published_at is not None:
            self.note_comment_rules(rules, by=by)

    def restore(self, revision: Revision, by: "User") -> None:
        """Roll back to that revision; restoring another one undoes it."""
        self.revise(by=by, reason=f"{revision.number}판으로 되돌림", **revision.text)

    @property
    def _text(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in TEXT} | {"body": str(self.body)}

    def _wait_for_others(self) -> None:
        """Lock the article: of two concurrent saves the second starts from the first's result."""
        db.session.refresh(self, [*TEXT, "rewritten_at"], with_for_update=True)
        db.session.expire(self, ["revisions"])

    def _differs(self, name: str, written: dict[str, Any]) -> bool:
        if name == "body":
            return release_html(written[name]) != str(self.body)
        return getattr(self, name) != written[name]

    def _keep(self, before: dict[str, Any], by: "User", reason: str) -> Revision | None:
        after = self._text | {"body": release_html(self.body)}
        if before == after:
            return None
        if not self.revisions:
            self._keep_first(before)
        revision = Revision.of(before, after, by=by, reason=reason, created_at=self.updated_at)
        revision.number = self.revisions[-1].number + 1
        self.revisions.append(revision)
        if revision.has_new_words:
            self.rewritten_at = revision.created_at
        return revision

    def _keep_first(self, text: dict[str, Any]) -> None:
        """Keep the first text only when it is replaced: unchanged articles need no second copy.

        One that was changed before revisions were introduced starts with its text at that time.
        """
        since = max(filter(None, (self.published_at, self.rewritten_at)))
        self.revisions.append(Revision(number=1, by_id=self.author_id, created_at=since, **text))
