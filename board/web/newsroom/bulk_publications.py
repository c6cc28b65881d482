"""Bulk publication of drafts ticked on the newsroom's first page."""

from flask import Blueprint, g, redirect, request, url_for

from board.extensions import db
from board.http.flash import notice
from board.http.params import possible_id
from board.models import Article, Edition

bp = Blueprint("bulk_publications", __name__, url_prefix="/editions")


@bp.post("")
def create():
    chosen = request.form.getlist("article_id", type=possible_id)
    question = Article.editable_by(g.viewer).where(Article.id.in_(chosen)).order_by(Article.id)
    edition = Edition.publish(db.session.scalars(question).unique(), by=g.viewer)
    db.session.commit()
    if chosen:
        notice(edition.sentence, "ok" if edition.published or edition.scheduled else "warn")
    else:
        notice("함께 올릴 글을 먼저 골라 주세요.", "warn")
    for article, lack in edition.held:
        notice(f"‘{article.title}’: {lack}", "danger")
    return redirect(url_for("newsroom.home.index"), 303)
