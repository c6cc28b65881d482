"""Slow mode: slow a thread down or close it."""

from flask import Blueprint, g, make_response, redirect, render_template

from board.extensions import db
from board.forms.slowdowns import SlowdownForm
from board.http.flash import notice
from board.models import Article, Slowdown
from board.pages.templating import url_of

bp = Blueprint("slowdowns", __name__, url_prefix="/articles/<int:article_id>/slowdowns")


@bp.get("/new")
def new(article_id):
    return _ask(_article(article_id), SlowdownForm(formdata=None))


@bp.post("")
def create(article_id):
    article, form = _article(article_id), SlowdownForm()
    if not form.validate_on_submit():
        return _ask(article, form, status=422)
    slowdown = Slowdown.place(article, by=g.viewer, seconds=form.seconds, until=form.until)
    db.session.commit()
    notice("댓글을 닫았습니다." if slowdown.is_closing else "댓글을 천천히 쓰게 했습니다.")
    return redirect(url_of(article) + "#comments", 303)


def _article(article_id: int) -> Article:
    return db.first_or_404(Article.readable_by(g.viewer).filter_by(id=article_id))


def _ask(article: Article, form: SlowdownForm, status: int = 200):
    said = {"article": article, "form": form}
    return make_response(render_template("moderation/slowdowns/new.html", **said), status)
