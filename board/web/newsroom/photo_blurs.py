"""Photo blurring: make faces and number plates unrecognisable, one at a time."""

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.files.photos.retouching import BLUR
from board.forms.newsroom.photo_frames import FrameForm
from board.http.flash import notice
from board.models import Article, Attachment

bp = Blueprint("photo_blurs", __name__)


@bp.get("/attachments/<int:attachment_id>/blurs/new")
def new(attachment_id):
    photo = _find(attachment_id)
    return _page(photo, FrameForm.asked(photo, request.args))


@bp.post("/attachments/<int:attachment_id>/blurs")
def create(attachment_id):
    photo = _find(attachment_id)
    form = FrameForm()
    status = form.attempt(lambda: _blur(attachment_id, form))
    if status != 200:
        return _page(photo, form, status)
    notice("틀 안을 흐리게 했습니다. 더 가릴 곳이 있으면 틀을 옮겨 다시 눌러 주세요.")
    return redirect(url_for("newsroom.photo_blurs.new", attachment_id=photo.id), 303)


def _blur(attachment_id: int, form: FrameForm) -> None:
    plan = _find(attachment_id).plan(BLUR, form.box, seen=form.version.data)
    db.session.commit()  # making it takes seconds, in which nothing may be locked
    with plan.carried_out() as made:
        _find(attachment_id).retouch(plan, made, by=g.viewer)
        db.session.commit()


def _find(attachment_id: int) -> Attachment:
    return db.first_or_404(Article.photo(attachment_id))


def _page(photo: Attachment, form: FrameForm, status: int = 200):
    page = render_template("newsroom/photo_blurs/new.html", photo=photo, form=form)
    return make_response(page, status)
