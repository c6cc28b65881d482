"""Article page, with everything around it."""

from typing import NoReturn

from flask import Blueprint, abort, render_template, request

from board.access.doors import anyone, open_to
from board.access.search_query import search_query
from board.current import the_viewer, viewer
from board.extensions import db
from board.forms.comments import new_form
from board.http.page_cache import shared
from board.jobs.views import note_reading
from board.models import Article, Listing, Neighbours, Thread
from board.pages.errors import say

bp = Blueprint("articles", __name__)


@bp.get("/articles/<int:article_id>")
@open_to(anyone)
@shared("order", "print", unless="q")
def show(article_id: int):
    article = find(article_id)
    note_reading(article)
    return render_template("articles/show.html", **around(article))


def find(article_id: int) -> Article:
    """The article if the viewer may read it; 404, or 410 with a sentence if readers had seen it."""
    return Article.readable(article_id, viewer) or _gone(article_id)


def _gone(article_id: int) -> NoReturn:
    """410 with a sentence if readers had seen the article, else 404."""
    if db.session.scalar(Article.withdrawn().filter_by(id=article_id)):
        abort(410)
    if db.session.scalar(Article.taken_away().filter_by(id=article_id)):
        raise say(410, "이 주소에 있던 글은 지워졌습니다.", heading="지워진 글입니다")
    abort(404)


def around(article: Article) -> dict:
    """Template context of the article page."""
    return {
        "article": article,
        "board": article.board,
        "thread": Thread(article, the_viewer(), order=request.args.get("order", "")),
        "new_form": new_form,
        "recommended": article.is_recommended_by(viewer),
        "neighbours": Neighbours.of(article, query=search_query().words),
        "listing": Listing(article.board, current=article),
    }
