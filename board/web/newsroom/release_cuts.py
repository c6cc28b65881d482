"""Extraction cuts: put lines left out of a release back into its text, and out again."""

from flask import Blueprint, abort, g, redirect, request, url_for

from board.extensions import db
from board.forms.newsroom.articles import ArticleForm
from board.http.flash import notice
from board.models import Article, Board, OtherWindowError

bp = Blueprint("release_cuts", __name__, url_prefix="/articles/<int:article_id>/cuts")


@bp.post("/<int:number>")
def update(article_id: int, number: int):
    """Move one line. The button is part of the editor's form, so unsaved text is saved along."""
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    if article.origin is None or number >= len(article.origin.cut):
        abort(404)
    form = ArticleForm.of(article).offer(list(db.session.scalars(Board.in_order())))
    onward = url_for("newsroom.articles.edit", article_id=article.id) + "#cut"
    if not form.validate() or form.is_stale(article):
        _keep_typed(form, article)
        notice("아직 옮기지 못했습니다. 쓰신 글을 먼저 저장한 뒤 다시 눌러 주세요.", "danger")
        return redirect(onward, 303)
    form.revise(article, by=g.viewer)
    wanted = request.form.get("restored") == "yes"
    article.revise(
        by=g.viewer, body=article.origin.put_back(number, str(article.body), wanted=wanted)
    )
    db.session.commit()
    notice("본문 끝에 되살렸습니다." if wanted else "본문에서 다시 뺐습니다.")
    return redirect(onward, 303)


def _keep_typed(form: ArticleForm, article: Article) -> None:
    """Autosave what cannot be saved yet, unless another window's text would be overwritten."""
    try:
        form.autosave(article, by=g.viewer)
        db.session.commit()
    except (ValueError, OtherWindowError):
        db.session.rollback()
