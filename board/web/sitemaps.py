"""Sitemap: every board and the newest articles."""

from flask import Blueprint, Response, render_template, url_for

from board.access.doors import anyone, open_to
from board.extensions import db
from board.http.page_cache import shared
from board.models.screens.sitemap import sitemap_articles
from board.pages.templating import absolute, site, url_of

bp = Blueprint("sitemaps", __name__)

MOST_ENTRIES = 40_000  # the protocol allows 50,000 a file


@bp.get("/sitemap.xml")
@open_to(anyone)
@shared()
def show():
    boards = [board for group in site().groups for board in group.boards]
    articles = db.session.execute(sitemap_articles().limit(MOST_ENTRIES - len(boards)))
    entries = [(absolute("/"), None), (absolute(url_for("corrections.index")), None)]
    entries += [(absolute(url_of(board)), None) for board in boards]
    entries += [(absolute(_path(row.id)), row.changed_at) for row in articles]
    return Response(
        render_template("sitemaps/show.xml", entries=entries), mimetype="application/xml"
    )


def _path(article_id: int) -> str:
    return url_for("articles.show", article_id=article_id)
