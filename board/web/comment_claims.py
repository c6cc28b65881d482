"""Guest access to a hidden comment: the password first, then its text, to be edited."""

from flask import Blueprint

from board.access.doors import anyone, open_to
from board.access.guest_password import check_guess, new_claim
from board.current import viewer
from board.extensions import db
from board.forms.comments import CommentClaimForm, CommentEditForm
from board.http.htmx import answer
from board.models import NOT_EDITABLE, Comment
from board.pages.errors import say

bp = Blueprint("comment_claims", __name__)


@bp.post("/comments/<int:comment_id>/claims")
@open_to(anyone)
def create(comment_id: int):
    comment = _editable(comment_id)
    form = CommentClaimForm()
    said = {"comment": comment, "article": comment.article}
    if not check_guess(comment, form):
        page = "comment_claims/new.html"
        return answer("comment_claims/_form.html", otherwise=page, status=422, form=form, **said)
    form = CommentEditForm(formdata=None, body=comment.body, claim=new_claim(comment))
    page = answer(
        "comments/edit.hx.html",
        otherwise="comments/edit.html",
        form=form,
        needs_password=False,
        **said,
    )
    page.headers["Cache-Control"] = "private, no-store"
    return page


def _editable(comment_id: int) -> Comment:
    comment = db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))
    if not viewer.can_edit(comment):
        raise say(403, NOT_EDITABLE)
    return comment
