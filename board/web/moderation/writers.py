"""Writer page: since when, the track record, and moderators' notes."""

from flask import Blueprint, g

from board.extensions import db
from board.forms.notes import RemarkForm
from board.http.htmx import answer
from board.models import Comment, Person

bp = Blueprint("writers", __name__)


@bp.get("/hands/<int:comment_id>")
def show(comment_id):
    """The writer of this comment."""
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    return answer(
        "moderation/writers/show.hx.html",
        otherwise="moderation/writers/show.html",
        person=Person(comment),
        form=RemarkForm(formdata=None),
    )
