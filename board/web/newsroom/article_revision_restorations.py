"""Rollback to an earlier revision of an article."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Article, Revision

bp = Blueprint("article_revision_restorations", __name__)


@bp.post("/articles/<int:article_id>/revisions/<int:number>/restoration")
def create(article_id, number):
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    revision = db.first_or_404(db.select(Revision).filter_by(article_id=article.id, number=number))
    before = len(article.revisions)
    article.restore(revision, by=g.viewer)
    db.session.commit()
    if len(article.revisions) > before:
        notice(
            f"{number}판으로 되돌렸습니다. 바로 앞 글은 {article.revisions[-2].number}판에 있습니다."
        )
    else:
        notice(f"지금 글이 {number}판과 같아 바꾼 것이 없습니다.")
    return redirect(url_for("newsroom.article_revisions.index", article_id=article.id), 303)
