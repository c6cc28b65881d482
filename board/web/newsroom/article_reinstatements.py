"""Republication of a withdrawn article."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Article

bp = Blueprint("article_reinstatements", __name__)


@bp.post("/articles/<int:article_id>/reinstatement")
def create(article_id):
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    article.reinstate(by=g.viewer)
    db.session.commit()
    notice("글을 되살렸습니다.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)
