"""Permissions of a viewer, asked by guards, views and templates alike."""

from typing import TYPE_CHECKING, Any

from board.models.user.authority import IN_CASE, OUTRANKED, OutrankedError
from board.models.user.roles import ADMIN, MODERATOR

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.comment.comment import Comment
    from board.models.moderation.ruling.ruling import Ruling
    from board.models.site.board import Board
    from board.models.user.authority import HasAuthority


class Permitted:
    """Mixin: permissions of a viewer, who is a `User` or a `Guest`."""

    id: Any = None  # a column of `User`; a guest has none
    role: Any = None  # the same
    created_at: Any = None  # the same
    key: Any  # str, or None for a guest without a cookie

    @property
    def is_guest(self) -> bool:
        return self.role is None

    @property
    def is_admin(self) -> bool:
        return self.role == ADMIN

    @property
    def is_moderator(self) -> bool:
        return self.role in (MODERATOR, ADMIN)

    is_staff = is_moderator

    @property
    def can_edit_articles(self) -> bool:
        return self.is_admin

    @property
    def can_answer_appeals(self) -> bool:
        return self.is_admin

    def is_author_of(self, thing: "Article | Comment") -> bool:
        return thing.author_key == self.key

    def can_comment_in(self, board: "Board") -> bool:
        return self._is_among(board.commenting)

    def can_comment_on(self, article: "Article") -> bool:
        return article.comments_open and self.can_comment_in(article.board)

    def can_recommend(self, thing: "Article | Comment") -> bool:
        return self._is_among(thing.board.recommending) and not self.is_author_of(thing)

    def can_report(self, comment: "Comment") -> bool:
        return self._is_among(comment.board.reporting) and not self.is_author_of(comment)

    def can_read(self, comment: "Comment") -> bool:
        """Whether the viewer may read its text: anybody while it is shown, else its known writer
        and staff. Who only claims to be the guest that wrote it gives the password first."""
        return comment.is_shown or self.is_author_of(comment) or self.is_staff

    def can_edit(self, comment: "Comment") -> bool:
        return comment.is_editable and self._wrote_or_may_claim(comment)

    def can_remove(self, comment: "Comment") -> bool:
        if comment.is_removed:
            return False
        return self._wrote_or_may_claim(comment) or self.can_judge(comment)

    def can_moderate(self, comment: "Comment") -> bool:
        """Moderators act on anyone but admins; on their own comments they act as writers."""
        if not self.is_moderator or self.is_author_of(comment):
            return False
        return self.is_admin or comment.user is None or comment.user.role != ADMIN

    def refusal_of(self, *decisions: "HasAuthority | None") -> str:
        """Why the viewer may not undo or replace these decisions, in Korean; empty when they may.
        Each has a `by_role` and may be `is_in_case` (see `Authority`); None counts as nobody's.

        An admin's decision is undone by admins, a moderator's by any moderator, and what closed a
        takedown case only within the case.
        """
        standing = [each for each in decisions if each is not None]
        if any(each.is_in_case for each in standing):
            return IN_CASE
        outranked = not self.is_admin and any(each.by_role == ADMIN for each in standing)
        return OUTRANKED if outranked else ""

    def can_overrule(self, *decisions: "HasAuthority | None") -> bool:
        """Whether the viewer may undo or replace all these decisions."""
        return not self.refusal_of(*decisions)

    def insist_on(self, *decisions: "HasAuthority | None") -> None:
        """Raise `OutrankedError` unless the viewer can overrule all these decisions."""
        if refusal := self.refusal_of(*decisions):
            raise OutrankedError(refusal)

    def can_judge(self, comment: "Comment") -> bool:
        """Whether the viewer may decide anew on this comment."""
        return self.can_moderate(comment) and self.can_overrule(comment.decision)

    def can_suspend(self, comment: "Comment") -> bool:
        """Whether the viewer may suspend its writer. Staff must lose their role first; a suspension
        by an admin is changed by admins only."""
        if not self.is_moderator or self.is_author_of(comment):
            return False
        if comment.writer_is_bound and not self.is_admin:
            return False
        return comment.user is None or not comment.user.is_staff

    def can_undo(self, ruling: "Ruling") -> bool:
        """Whether the viewer may undo the ruling, or the part of it on which nobody has decided
        since."""
        if not (self.is_moderator and ruling.is_undoable and self.can_overrule(ruling)):
            return False
        if any(self.is_author_of(comment) for comment in ruling.comments):
            return False
        left = [each.comment for each in ruling.judgements if each.undone_at is None]
        return any(self.can_overrule(ruling.done_to(comment)) for comment in left)

    def can_restore(self, comment: "Comment") -> bool:
        removal = comment.removal
        if removal is None or removal.is_final:
            return False
        if removal.by_author:
            return self.is_author_of(comment) and removal.is_fresh and not removal.is_in_case
        return self.can_moderate(comment) and self.can_overrule(removal)

    def can_appeal(self, comment: "Comment") -> bool:
        return comment.may_be_appealed and self._wrote_or_may_claim(comment)

    def can_object(self, comment: "Comment") -> bool:
        """Whether the viewer is its writer, while a takedown hides it."""
        taken_down = comment.takedown is not None and not comment.is_removed
        return taken_down and self._wrote_or_may_claim(comment)

    def must_give_password(self, comment: "Comment") -> bool:
        return comment.is_guest and not self.can_moderate(comment)

    def _wrote_or_may_claim(self, comment: "Comment") -> bool:
        """Whether the viewer wrote it, or may claim it: any guest's comment, by its password."""
        return (comment.is_guest and self.is_guest) or self.is_author_of(comment)

    def _is_among(self, audience: str) -> bool:
        return audience == "guest" or (audience == "member" and not self.is_guest)
