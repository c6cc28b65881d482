"""Comment removal: by its writer, or by a moderator with a reason."""

from flask import Blueprint

from board.access.doors import anyone, open_to
from board.access.guest_password import check_guess
from board.current import the_viewer, viewer
from board.extensions import db
from board.forms.removals import RemovalForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import REASONS, ChangedError, Comment, Guest, Ruling, Thread
from board.models.moderation.ruling.verdict import REMOVE
from board.pages.errors import say
from board.pages.templating import url_of

bp = Blueprint("removals", __name__)


@bp.get("/comments/<int:comment_id>/removal")
@open_to(anyone)
def new(comment_id: int):
    comment = _removable(comment_id)
    if comment.is_removed:
        return _gone(comment)
    return _ask(comment, RemovalForm(formdata=None))


@bp.post("/comments/<int:comment_id>/removal")
@open_to(anyone)
def create(comment_id: int):
    comment = _removable(comment_id)
    if comment.is_removed:  # sent twice
        return _gone(comment)
    form = RemovalForm()
    if not (
        form.validate_on_submit() and check_guess(comment, form) and _gives_reason(comment, form)
    ):
        return _ask(comment, form, status=422)
    try:
        _remove(comment, form)
    except ChangedError as error:
        if comment.is_removed:  # at the same moment
            return _gone(comment)
        form.form_errors.append(str(error))
        return _ask(comment, form, status=409)
    db.session.commit()
    return _gone(comment)


def _removable(comment_id: int) -> Comment:
    comment = db.first_or_404(Comment.readable_by(viewer).where(Comment.id == comment_id))
    if not comment.is_removed and not viewer.can_remove(comment):
        refusal = viewer.refusal_of(comment.decision) if viewer.can_moderate(comment) else ""
        raise say(403, refusal or "이 댓글은 쓴 사람과 운영자만 지울 수 있습니다.")
    return comment


def _gives_reason(comment: Comment, form: RemovalForm) -> bool:
    if not viewer.can_moderate(comment) or form.reason.data in REASONS:
        return True
    form.reason.errors = ["삭제 사유를 골라 주세요."]
    return False


def _remove(comment: Comment, form: RemovalForm) -> None:
    by = the_viewer()
    if isinstance(by, Guest) or by.is_author_of(comment):
        comment.take_back(by)
        return
    seen = {comment: form.seen.data or comment.seen}
    Ruling.make(by, REMOVE, seen, reason=form.reason.data, note=form.note.data or "")


def _ask(comment: Comment, form: RemovalForm, status: int = 200):
    return answer(
        "removals/new.hx.html",
        otherwise="removals/new.html",
        status=status,
        comment=comment,
        article=comment.article,
        form=form,
        needs_password=viewer.must_give_password(comment),
        moderating=viewer.can_moderate(comment),
    )


def _gone(comment: Comment):
    if not wants_fragment():
        notice("댓글을 지웠습니다.")
    return answer(
        "removals/create.hx.html",
        otherwise=url_of(comment),
        item=Thread.alone(comment, viewer),
        article=comment.article,
    )
