"""Reverting a photo: undo all crops and blurs."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Article
from board.pages.templating import dom_id

bp = Blueprint("photo_originals", __name__)


@bp.post("/attachments/<int:attachment_id>/original")
def create(attachment_id):
    photo = db.first_or_404(Article.photo(attachment_id))
    photo.restore(by=g.viewer)
    db.session.commit()
    notice("처음 사진으로 되돌렸습니다.")
    page = url_for("newsroom.articles.edit", article_id=photo.article_id)
    return redirect(f"{page}#{dom_id(photo)}", 303)
