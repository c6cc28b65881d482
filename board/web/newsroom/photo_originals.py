"""Reverting a photo: undo all crops and blurs."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Article, Attachment, RetouchedError
from board.models.attachment.retouchable import RESTORE
from board.pages.templating import dom_id

bp = Blueprint("photo_originals", __name__)


@bp.post("/attachments/<int:attachment_id>/original")
def create(attachment_id):
    photo = _find(attachment_id)
    try:
        if photo.edits:
            _restore(attachment_id)
        notice("처음 사진으로 되돌렸습니다.")
    except RetouchedError as error:
        notice(str(error), "danger")
    page = url_for("newsroom.articles.edit", article_id=photo.article_id)
    return redirect(f"{page}#{dom_id(photo)}", 303)


def _restore(attachment_id: int) -> None:
    plan = _find(attachment_id).plan(RESTORE)
    db.session.commit()  # making it takes seconds, in which nothing may be locked
    with plan.carried_out() as made:
        _find(attachment_id).retouch(plan, made, by=g.viewer)
        db.session.commit()


def _find(attachment_id: int) -> Attachment:
    return db.first_or_404(Article.photo(attachment_id))
