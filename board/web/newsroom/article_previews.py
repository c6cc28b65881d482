"""Article preview with unsaved text, for a frame."""

from flask import Blueprint, g, render_template

from board.extensions import db
from board.forms.newsroom.articles import ArticleForm
from board.models import Article, Board
from board.pages.errors import say

bp = Blueprint("article_previews", __name__)


@bp.get("/articles/<int:article_id>/preview")
def show(article_id: int):
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    if article.manuscript is not None:
        form = ArticleForm.of(article, article.manuscript)
        form.offer(list(db.session.scalars(Board.in_order())))
        try:
            article = form.shown(article)
        except ValueError as error:
            raise say(422, str(error)) from None
    g.framed = True
    return render_template("newsroom/article_previews/show.html", article=article)
