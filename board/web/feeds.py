"""RSS feeds of the paper and of each board."""

from flask import Blueprint, Response, render_template, request, url_for

from board.access.doors import anyone, open_to
from board.extensions import db
from board.http.page_cache import shared
from board.models import Board, newest_in
from board.pages.templating import absolute, site, url_of

bp = Blueprint("feeds", __name__)

LENGTH = 30


@bp.get("/feeds/articles.rss")
@open_to(anyone)
@shared()
def index():
    publisher = site().publisher
    return _feed(publisher.name, publisher.tagline, url_for("home.index"))


@bp.get("/feeds/boards/<slug>.rss")
@open_to(anyone)
@shared()
def show(slug: str):
    board = db.first_or_404(Board.at(slug))
    return _feed(f"{board.name} - {site().publisher.name}", board.description, url_of(board), board)


def _feed(title: str, description: str, path: str, board: Board | None = None) -> Response:
    articles = db.session.scalars(newest_in(board, LENGTH)).all()
    updated = max((article.modified_at for article in articles), default=None)
    xml = render_template(
        "feeds/articles.xml",
        title=title,
        description=description or title,
        link=absolute(path),
        self_link=absolute(request.path),
        articles=articles,
        updated=updated,
    )
    return Response(xml, mimetype="application/rss+xml")
