"""Publication: check what is missing, then publish now or at a set time."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.article_publications import PublicationForm
from board.http.flash import notice
from board.models import Article

bp = Blueprint(
    "article_publications", __name__, url_prefix="/articles/<int:article_id>/publication"
)


@bp.get("/new")
def new(article_id):
    article = _find(article_id)
    return _page(article, PublicationForm.of(article))


@bp.post("")
def create(article_id):
    article = _find(article_id)
    form = PublicationForm.of(article)
    held_up = article.is_withdrawn or article.gaps
    if held_up or not form.validate_on_submit():
        return _page(article, form, 422)
    if not form.publish(article, by=g.viewer):
        return _page(article, form, 422)
    db.session.commit()
    edit = url_for("newsroom.articles.edit", article_id=article.id)
    if not article.is_published:
        notice("예약했습니다.")
        return redirect(edit, 303)
    withdraw = url_for("newsroom.article_withdrawals.new", article_id=article.id)
    notice("게시했습니다.", ways=[("고치기", edit), ("게시 중단", withdraw)])
    return redirect(url_for("articles.show", article_id=article.id), 303)


@bp.post("/removal")
def destroy(article_id):
    """Cancel the schedule: the article becomes a draft again."""
    article = _find(article_id)
    article.unschedule(by=g.viewer)
    db.session.commit()
    notice("예약을 취소했습니다. 이 글은 다시 초안입니다.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _page(article: Article, form: PublicationForm, status: int = 200):
    page = render_template("newsroom/article_publications/new.html", article=article, form=form)
    return make_response(page, status)
