"""Whoever wrote a comment: since when, with what record, and what moderators know of them."""

from flask import Blueprint, g

from board.extensions import db
from board.forms.remarks import RemarkForm
from board.http.htmx import answer
from board.models import Comment, Person

bp = Blueprint("hands", __name__)


@bp.get("/hands/<int:comment_id>")
def show(comment_id):
    """The hand that wrote this comment."""
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    return answer(
        "moderation/hands/show.hx.html",
        otherwise="moderation/hands/show.html",
        person=Person(comment),
        form=RemarkForm(formdata=None),
    )
