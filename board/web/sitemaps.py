"""Sitemaps: an index, one of the standing pages, and one of each month's articles."""

from collections.abc import Iterator
from datetime import datetime

from flask import Blueprint, Response, abort, render_template

from board.access.doors import anyone, open_to
from board.extensions import db
from board.http.page_cache import shared
from board.models.screens.sitemap import sitemap_articles, sitemap_months
from board.pages.templating import path_to, site, url_of

bp = Blueprint("sitemaps", __name__)

PAGES = "pages"

Entry = tuple[str, datetime | None]  # path, last change


@bp.get("/sitemap.xml")
@open_to(anyone)
@shared()
def index():
    return _xml("sitemaps/index.xml", names=[PAGES, *_months()])


@bp.get("/sitemaps/<sitemap>.xml")
@open_to(anyone)
@shared()
def show(sitemap: str):
    if sitemap == PAGES:
        return _xml("sitemaps/show.xml", entries=_pages())
    if (month := _months().get(sitemap)) is None:
        abort(404)
    return _xml("sitemaps/show.xml", entries=_articles(month))


def _months() -> dict[str, datetime]:
    """The months by the names of their sitemaps, such as `2026-11`."""
    return {f"{month:%Y-%m}": month for month in sitemap_months()}


def _pages() -> Iterator[Entry]:
    yield path_to("home.index"), None
    yield path_to("corrections.index"), None
    for group in site().groups:
        for board in group.boards:
            yield url_of(board), None


def _articles(month: datetime) -> Iterator[Entry]:
    for row in db.session.execute(sitemap_articles(month)):
        yield path_to("articles.show", article_id=row.id), row.changed_at


def _xml(template: str, **found) -> Response:
    return Response(render_template(template, **found), mimetype="application/xml")
