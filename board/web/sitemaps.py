"""The sitemap: every board and the newest articles."""

from flask import Blueprint, Response, render_template

from board.doors import anyone, open_to
from board.extensions import db
from board.models import Article
from board.templating import absolute, site, url_of

bp = Blueprint("sitemaps", __name__)

MOST_ENTRIES = 40_000  # the protocol allows 50,000 a file


@bp.get("/sitemap.xml")
@open_to(anyone)
def show():
    boards = [board for group in site().groups for board in group.boards]
    articles = db.session.scalars(Article.latest().limit(MOST_ENTRIES - len(boards)))
    entries = [(absolute("/"), None)]
    entries += [(absolute(url_of(board)), None) for board in boards]
    entries += [(absolute(url_of(article)), article.updated_at) for article in articles]
    return Response(
        render_template("sitemaps/show.xml", entries=entries), mimetype="application/xml"
    )
