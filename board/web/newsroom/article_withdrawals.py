"""Withdrawal of a published article, with a reason."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.article_withdrawals import WithdrawalForm
from board.http.flash import notice
from board.models import Article

bp = Blueprint("article_withdrawals", __name__, url_prefix="/articles/<int:article_id>/withdrawal")


@bp.get("/new")
def new(article_id):
    return render_template(
        "newsroom/article_withdrawals/new.html", article=_find(article_id), form=WithdrawalForm()
    )


@bp.post("")
def create(article_id):
    article = _find(article_id)
    form = WithdrawalForm()
    if not form.validate_on_submit():
        page = render_template("newsroom/article_withdrawals/new.html", article=article, form=form)
        return make_response(page, 422)
    article.withdraw(by=g.viewer, reason=form.reason.data)
    db.session.commit()
    notice("게시를 중단했습니다. 댓글과 추천은 그대로 보관합니다.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
