"""Moderator notes about a writer, from moderator to moderator."""

from flask import Blueprint, g, url_for

from board.extensions import db
from board.forms.notes import RemarkForm
from board.http.htmx import answer
from board.models import Comment, Person, Remark

bp = Blueprint("notes", __name__)


@bp.post("/hands/<int:comment_id>/remarks")
def create(comment_id):
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    form = RemarkForm()
    status, here = 422, "moderation/writers/show.html"
    if form.validate_on_submit():
        Remark.make(comment, form.body.data, by=g.viewer)
        db.session.commit()
        form, status = RemarkForm(formdata=None), 200
        here = url_for(
            "moderation.writers.show", comment_id=comment.id, _anchor=f"hand-{comment.id}-remarks"
        )
    return answer(
        "moderation/writers/show.hx.html",
        otherwise=here,
        status=status,
        person=Person(comment),
        form=form,
    )
