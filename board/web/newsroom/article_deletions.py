"""Article deletion, and undeletion within thirty days."""

from flask import Blueprint, g, redirect, render_template, request, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Article
from board.models.article.deletable import KEPT_FOR
from board.text.korean import span

bp = Blueprint("article_deletions", __name__, url_prefix="/articles/<int:article_id>/deletion")


@bp.get("/new")
def new(article_id: int):
    return render_template("newsroom/article_deletions/new.html", article=_find(article_id))


@bp.post("")
def create(article_id: int):
    article = _find(article_id)
    article.delete(by=g.viewer)
    db.session.commit()
    notice(f"글을 지웠습니다. {span(KEPT_FOR)} 안에는 ‘지운 글’에서 되살릴 수 있습니다.")
    if request.form.get("onward") == "desk":
        return redirect(url_for("newsroom.home.index"), 303)
    return redirect(url_for("newsroom.articles.index", state="deleted"), 303)


@bp.post("/removal")
def destroy(article_id: int):
    """Undelete; a second time changes nothing."""
    question = Article.restorable_by(g.viewer).filter_by(id=article_id)
    article = db.session.scalar(question) or _find(article_id)
    try:
        article.undelete(by=g.viewer)
    except ValueError as error:
        notice(str(error), "danger")
        return redirect(url_for("newsroom.articles.index", state="deleted"), 303)
    db.session.commit()
    notice("글을 되살렸습니다.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
