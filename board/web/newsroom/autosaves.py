"""Autosave: `static/js/newsroom/autosave.js` posts the editor's unsaved text every few seconds."""

from flask import Blueprint, g, jsonify, redirect, url_for

from board import clock
from board.extensions import db
from board.forms.newsroom.articles import ArticleForm
from board.http.flash import notice
from board.models import Article, Board, Manuscript, OtherWindowError
from board.text.korean import clock_time

bp = Blueprint("autosaves", __name__)


@bp.post("/manuscripts")
@bp.post("/articles/<int:article_id>/manuscript")
def create(article_id: int | None = None):
    """Save the text; a new article becomes a draft, and the answer gives its editor's address."""
    article = None if article_id is None else _find(article_id)
    form = ArticleForm() if article is None else ArticleForm.of(article)
    form.offer(list(db.session.scalars(Board.in_order())))
    try:
        kept = form.autosave(article, by=g.viewer)
    except OtherWindowError:
        db.session.rollback()
        return jsonify(_other_window(_find(article_id))), 409
    except ValueError as error:
        return jsonify(says=str(error)), 422
    db.session.commit()
    return jsonify(_kept(kept))


@bp.post("/articles/<int:article_id>/manuscript/removal")
def destroy(article_id: int):
    """Discard unsaved text."""
    article = _find(article_id)
    article.discard_manuscript(by=g.viewer)
    db.session.commit()
    notice("저장된 글로 되돌렸습니다.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


def _find(article_id: int | None) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _kept(kept: Manuscript) -> dict[str, str]:
    return {
        "at": f"{clock.local(kept.saved_at):%H:%M:%S}",
        "version": kept.base,
        "manuscript": kept.version,
        "autosave": url_for("newsroom.autosaves.create", article_id=kept.article_id),
        "edit": url_for("newsroom.articles.update", article_id=kept.article_id),
        "preview": url_for("newsroom.article_previews.show", article_id=kept.article_id),
        "upload": url_for("newsroom.attachments.create", article_id=kept.article_id),
    }


def _other_window(article: Article) -> dict[str, str]:
    """What this window must know to take over from the other one."""
    kept = article.manuscript
    moment = clock_time(kept.saved_at if kept else article.updated_at)
    typing = f"다른 창에서 고치는 중입니다. ({moment})"
    return {
        "says": typing if kept else f"다른 창에서 이 글을 고쳐 저장했습니다. ({moment})",
        "version": article.updated_at.isoformat(),
        "manuscript": kept.version if kept else "",
    }
