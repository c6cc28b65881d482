"""Comment rules of a board or an article; a change of them stands in the public log."""

from typing import TYPE_CHECKING, Any

from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User


class HasCommentRules:
    """Mixin: `comment_rules` are what decides whether a comment may be written, and when it is
    seen."""

    @property
    def comment_rules(self) -> dict[str, Any]:
        raise NotImplementedError

    def note_comment_rules(self, before: dict[str, Any], by: "User") -> None:
        """Record what differs from the rules before, if anything does."""
        changed = {
            name: value for name, value in self.comment_rules.items() if value != before[name]
        }
        if changed:
            audit.record(f"{type(self).__name__.lower()}.rules", by=by, on=self, **changed)
