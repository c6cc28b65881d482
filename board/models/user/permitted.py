"""What a viewer may do: sentences that guards, views and templates ask alike."""

from typing import TYPE_CHECKING, Any

from board.models.user.roles import ADMIN, MODERATOR

if TYPE_CHECKING:
    from board.models.article import Article
    from board.models.board import Board
    from board.models.comment import Comment
    from board.models.ruling import Ruling


class Permitted:
    """Questions about a viewer, who is a `User` or a `Guest`."""

    id: Any = None
    role: Any = None
    key: Any

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
        """Its words: everybody's while it is shown, else its known writer's and the staff's. Who
        only claims to be the guest that wrote it gives the password first."""
        return comment.is_shown or self.is_author_of(comment) or self.is_staff

    def can_edit(self, comment: "Comment") -> bool:
        return comment.is_editable and self._wrote_or_may_claim(comment)

    def can_remove(self, comment: "Comment") -> bool:
        if comment.is_removed:
            return False
        return self._wrote_or_may_claim(comment) or self.can_moderate(comment)

    def can_moderate(self, comment: "Comment") -> bool:
        """Moderators act on anyone but an admin; on their own words they act as the writer."""
        if not self.is_moderator or self.is_author_of(comment):
            return False
        return self.is_admin or comment.user is None or comment.user.role != ADMIN

    def can_suspend(self, comment: "Comment") -> bool:
        """Whoever wrote it; staff lose their role first."""
        if not self.is_moderator or self.is_author_of(comment):
            return False
        return comment.user is None or not comment.user.is_staff

    def can_undo(self, ruling: "Ruling") -> bool:
        """Moderators undo what any of them decided; what an admin decided, an admin undoes."""
        if not self.is_moderator or not ruling.is_undoable:
            return False
        is_chiefs = ruling.by is not None and ruling.by.is_admin
        if is_chiefs and not self.is_admin:
            return False
        return not any(self.is_author_of(comment) for comment in ruling.comments)

    def can_restore(self, comment: "Comment") -> bool:
        if not comment.is_removed or comment.removal.is_final:
            return False
        if comment.removal.by_author:
            return self.is_author_of(comment) and comment.removal.is_fresh
        return self.can_moderate(comment)

    def can_appeal(self, comment: "Comment") -> bool:
        return comment.may_be_appealed and self._wrote_or_may_claim(comment)

    def can_object(self, comment: "Comment") -> bool:
        """The writer may, while a takedown is what hides the comment."""
        taken_down = comment.takedown is not None and not comment.is_removed
        return taken_down and self._wrote_or_may_claim(comment)

    def must_give_password(self, comment: "Comment") -> bool:
        return comment.is_guest and not self.can_moderate(comment)

    def _wrote_or_may_claim(self, comment: "Comment") -> bool:
        """A guest may claim any guest's comment: its password decides."""
        return (comment.is_guest and self.is_guest) or self.is_author_of(comment)

    def _is_among(self, audience: str) -> bool:
        return audience == "guest" or (audience == "member" and not self.is_guest)
