"""Attachment order: the desired position is posted, so a double click changes nothing more."""

from flask import Blueprint, g, url_for

from board.extensions import db
from board.forms.newsroom.attachments import PhotosForm, PositionForm
from board.http.htmx import answer
from board.models import Article

bp = Blueprint("attachment_positions", __name__)


@bp.post("/attachments/<int:attachment_id>/position")
def create(attachment_id):
    attachment = db.first_or_404(Article.enclosure(attachment_id))
    article, before = attachment.article, attachment.position
    words = PhotosForm(article)
    words.save(by=g.viewer)
    form = PositionForm()
    if form.validate_on_submit():
        attachment.place(form.position.data, by=g.viewer)
    db.session.commit()
    return answer(
        "newsroom/attachments/index.hx.html",
        otherwise=url_for("newsroom.articles.edit", article_id=article.id) + "#enclosures",
        article=article,
        say="순서를 바꿨습니다.",
        words=words,
        moved={"id": attachment.id, "up": attachment.position < before},
    )
