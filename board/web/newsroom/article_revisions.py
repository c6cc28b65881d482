"""Revision history: every published text of an article, and the differences."""

from flask import Blueprint, abort, g, render_template, request

from board.extensions import db
from board.models import Article, Revision
from board.text.differences import folded

bp = Blueprint("article_revisions", __name__, url_prefix="/articles/<int:article_id>/revisions")


@bp.get("")
def index(article_id):
    return render_template("newsroom/article_revisions/index.html", article=_find(article_id))


@bp.get("/<int:number>")
def show(article_id, number):
    """A revision compared with the one before it, or with `?with=` another number."""
    article = _find(article_id)
    revision = _numbered(article, number)
    other = _numbered(article, request.args.get("with", max(number - 1, 1), type=int))
    earlier, later = sorted((revision, other), key=lambda each: each.number)
    return render_template(
        "newsroom/article_revisions/show.html",
        article=article,
        revision=revision,
        earlier=earlier,
        later=later,
        changes=[(name, folded(lines)) for name, lines in later.changes_since(earlier)],
    )


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _numbered(article: Article, number: int) -> Revision:
    found = [revision for revision in article.revisions if revision.number == number]
    return found[0] if found else abort(404)
