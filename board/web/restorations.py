"""Comment restoration: undo a removal."""

from flask import Blueprint

from board.access.doors import anyone, open_to
from board.current import the_viewer, viewer
from board.extensions import db
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Comment, Thread
from board.pages.errors import say
from board.pages.templating import dom_id, url_of

bp = Blueprint("restorations", __name__)


@bp.post("/comments/<int:comment_id>/restoration")
@open_to(anyone)
def create(comment_id: int):
    comment = db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))
    if comment.is_removed:
        if not viewer.can_restore(comment):
            raise say(403, _why_not(comment))
        comment.restore(by=the_viewer())
        db.session.commit()
    if not wants_fragment():
        notice("댓글을 되돌렸습니다.", at=dom_id(comment))
    return answer(
        "restorations/create.hx.html",
        otherwise=url_of(comment),
        item=Thread.alone(comment, viewer),
        article=comment.article,
    )


def _why_not(comment: Comment) -> str:
    """Why it cannot be restored; who decided is told only to those concerned."""
    concerned = viewer.is_author_of(comment) or viewer.can_moderate(comment)
    refusal = viewer.refusal_of(comment.removal) if concerned else ""
    return refusal or "이 댓글은 지운 사람이나 운영자만 되돌릴 수 있습니다."
