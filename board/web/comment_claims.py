"""Guest access to a hidden comment: the password first, then its text, to be edited."""

from flask import Blueprint

from board.access.doors import anyone, open_to
from board.access.guest_password import check_guess, new_claim
from board.current import viewer
from board.extensions import db
from board.forms.comments import CommentClaimForm, CommentEditForm
from board.http.htmx import answer
from board.models import NOT_EDITABLE, Comment
from board.models.comment.editable import GONE
from board.pages.errors import say

bp = Blueprint("comment_claims", __name__)


@bp.post("/comments/<int:comment_id>/claims")
@open_to(anyone)
def create(comment_id: int):
    comment = _editable(comment_id)
    form = CommentClaimForm()
    if not check_guess(comment, form):
        return answer(
            "comment_claims/_form.html",
            otherwise="comment_claims/new.html",
            status=422,
            form=form,
            comment=comment,
            article=comment.article,
        )
    page = answer(
        "comments/edit.hx.html",
        otherwise="comments/edit.html",
        form=CommentEditForm(formdata=None, body=comment.body, claim=new_claim(comment)),
        comment=comment,
        article=comment.article,
        needs_password=False,
    )
    page.headers["Cache-Control"] = "private, no-store"
    return page


def _editable(comment_id: int) -> Comment:
    comment = db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))
    if comment.is_decided_on:
        raise say(409, GONE)
    if not viewer.can_edit(comment):
        raise say(403, NOT_EDITABLE)
    return comment
