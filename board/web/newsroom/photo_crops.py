"""Photo cropping: preview of a frame, then the crop."""

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.files.photos.retouching import CROP
from board.forms.newsroom.photo_frames import CropForm
from board.http.flash import notice
from board.models import Article, Attachment
from board.pages.templating import dom_id

bp = Blueprint("photo_crops", __name__)


@bp.get("/attachments/<int:attachment_id>/crop/new")
def new(attachment_id):
    photo = _find(attachment_id)
    return _page(photo, CropForm.asked(photo, request.args))


@bp.post("/attachments/<int:attachment_id>/crop")
def create(attachment_id):
    photo = _find(attachment_id)
    form = CropForm()
    status = form.attempt(lambda: _crop(attachment_id, form))
    if status != 200:
        return _page(photo, form, status)
    notice("사진을 잘랐습니다.")
    page = url_for("newsroom.articles.edit", article_id=photo.article_id)
    return redirect(f"{page}#{dom_id(photo)}", 303)


def _crop(attachment_id: int, form: CropForm) -> None:
    plan = _find(attachment_id).plan(CROP, form.box, seen=form.version.data)
    db.session.commit()  # making it takes seconds, in which nothing may be locked
    with plan.carried_out() as made:
        _find(attachment_id).retouch(plan, made, by=g.viewer)
        db.session.commit()


def _find(attachment_id: int) -> Attachment:
    return db.first_or_404(Article.photo(attachment_id))


def _page(photo: Attachment, form: CropForm, status: int = 200):
    page = render_template("newsroom/photo_crops/new.html", photo=photo, form=form)
    return make_response(page, status)
