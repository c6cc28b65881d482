"""Sealed originals: a moderator looks at what was masked, which is logged; or lets it be read."""

from flask import Blueprint, g, redirect, request, url_for

from board.extensions import db
from board.http.flash import notice
from board.http.htmx import answer
from board.models import ChangedError, Comment, Ruling
from board.models.moderation.ruling.verdict import KEEP
from board.pages.errors import say

bp = Blueprint("originals", __name__, url_prefix="/comments/<int:comment_id>/original")


@bp.post("")
def create(comment_id):
    """Look at it. A POST: looking is a deed, and leaves an audit entry."""
    comment = _masked(comment_id)
    original = comment.look(by=g.viewer)
    db.session.commit()
    return answer(
        "moderation/originals/create.hx.html",
        otherwise="moderation/originals/create.html",
        comment=comment,
        original=original,
    )


@bp.post("/publication")
def update(comment_id):
    """Show the comment with its numbers."""
    comment = _masked(comment_id)
    try:
        Ruling.make(g.viewer, KEEP, {comment: request.form.get("seen", "")})
    except ChangedError as error:
        notice(str(error), "warn")
        return redirect(url_for("moderation.queue.index"), 303)
    comment.uncover(by=g.viewer)
    db.session.commit()
    notice("번호까지 보이게 했습니다.")
    return redirect(url_for("moderation.queue.index"), 303)


def _masked(comment_id: int) -> Comment:
    here = Comment.readable_by(g.viewer).where(Comment.id == comment_id)
    comment = db.first_or_404(here.where(~Comment.removal.has(), Comment.original.has()))
    if not g.viewer.can_judge(comment):
        refusal = g.viewer.refusal_of(comment.decision)
        raise say(403, refusal or "내가 쓴 댓글과 편집자의 댓글은 다른 사람이 살펴봅니다.")
    return comment
