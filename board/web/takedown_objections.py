"""Objection to a takedown by the comment's writer: signed in, with the comment's password, or with
the number in the notice."""

from flask import Blueprint, make_response, redirect, render_template

from board.access.doors import anyone, open_to
from board.access.guest_password import check_proof
from board.current import the_viewer, viewer
from board.extensions import db
from board.forms.takedown_requests import ObjectionForm
from board.http.flash import notice
from board.models import Comment, Takedown
from board.pages.errors import say
from board.pages.templating import dom_id, url_of

bp = Blueprint(
    "takedown_objections", __name__, url_prefix="/comments/<int:comment_id>/takedown-objections"
)

OVER = "가린 기한이 지났거나 이미 결정이 난 댓글입니다. 댓글이 있던 자리를 살펴봐 주세요."
THANKS = "이의 신청을 받았습니다. 다시 살펴보고 댓글을 되살릴지 정합니다."


@bp.get("/new")
@open_to(anyone)
def new(comment_id: int):
    return _page(*_find(comment_id), ObjectionForm(formdata=None))


@bp.post("")
@open_to(anyone)
def create(comment_id: int):
    comment, takedown = _find(comment_id)
    form = ObjectionForm()
    if not (form.validate_on_submit() and _is_writers(comment, takedown, form)):
        return _page(comment, takedown, form, 422)
    sent, by = takedown.request, the_viewer()
    if sent.object(by, form.words.data, form.contact.data or ""):
        db.session.commit()
    notice(THANKS, at=dom_id(comment))
    return redirect(url_of(comment), 303)


def _find(comment_id: int) -> tuple[Comment, Takedown]:
    comment = db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))
    if (takedown := comment.takedown) is None:
        raise say(404, OVER, heading="이의를 신청할 댓글이 없습니다")
    return comment, takedown


def _is_writers(comment: Comment, takedown: Takedown, form: ObjectionForm) -> bool:
    if _is_known(comment):
        return True
    return check_proof(comment, form.proof, takedown.proof_by(form.proof.data or ""))


def _is_known(comment: Comment) -> bool:
    return not viewer.is_guest and viewer.is_author_of(comment)


def _page(comment: Comment, takedown: Takedown, form: ObjectionForm, status: int = 200):
    known = _is_known(comment)
    page = render_template(
        "takedown_objections/new.html", takedown=takedown, form=form, needs_proof=not known
    )
    return make_response(page, status)
