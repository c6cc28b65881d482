"""Appeals: the writer of a hidden or deleted comment asks an admin to review the decision."""

from flask import Blueprint, redirect

from board.access.doors import anyone, open_to
from board.access.guest_password import check_guess
from board.current import the_viewer, viewer
from board.extensions import db
from board.forms.appeals import AppealForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Comment, Thread
from board.pages.errors import say
from board.pages.templating import dom_id, url_of

bp = Blueprint("appeals", __name__)

NOTHING_TO_APPEAL = "가려지거나 지워진 댓글을 쓴 사람만 이의를 신청할 수 있습니다."
RECEIVED = "이의 신청을 받았습니다. 편집자가 다시 살피고 이 자리에서 답합니다."


@bp.get("/comments/<int:comment_id>/appeals/new")
@open_to(anyone)
def new(comment_id: int):
    comment = _find(comment_id)
    if not viewer.can_appeal(comment):  # decided otherwise meanwhile, or somebody else's
        return redirect(url_of(comment), 303)
    return _ask(comment, AppealForm(formdata=None))


@bp.post("/comments/<int:comment_id>/appeals")
@open_to(anyone)
def create(comment_id: int):
    comment = _find(comment_id)
    if comment.appeal is None:  # else sent twice
        if not viewer.can_appeal(comment):
            raise say(403, NOTHING_TO_APPEAL)
        form = AppealForm()
        if not (form.validate_on_submit() and check_guess(comment, form)):
            return _ask(comment, form, status=422)
        comment.ask_again(by=the_viewer(), body=form.body.data)
        db.session.commit()
    if not wants_fragment():
        notice(RECEIVED, at=dom_id(comment))
    return answer(
        "appeals/create.hx.html",
        otherwise=url_of(comment),
        item=Thread.alone(comment, viewer),
        article=comment.article,
        say=RECEIVED,
    )


def _find(comment_id: int) -> Comment:
    return db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))


def _ask(comment: Comment, form: AppealForm, status: int = 200):
    return answer(
        "appeals/_form.html",
        otherwise="appeals/new.html",
        status=status,
        comment=comment,
        article=comment.article,
        form=form,
        needs_password=viewer.must_give_password(comment),
    )
