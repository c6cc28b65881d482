"""Comment context: a comment among its neighbours, also while readers do not see it."""

from flask import Blueprint, g

from board.extensions import db
from board.http.htmx import answer
from board.models import Comment, Surroundings

bp = Blueprint("contexts", __name__)


@bp.get("/comments/<int:comment_id>/context")
def show(comment_id):
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    return answer(
        "moderation/contexts/show.hx.html",
        otherwise="moderation/contexts/show.html",
        comment=comment,
        around=Surroundings(comment),
    )
