"""Feed of the paper's corrections."""

from flask import Blueprint, Response, render_template

from board.access.doors import anyone, open_to
from board.extensions import db
from board.http.page_cache import shared
from board.models import Article

bp = Blueprint("correction_feeds", __name__)

LENGTH = 30


@bp.get("/feeds/corrections.rss")
@open_to(anyone)
@shared()
def index():
    corrections = db.session.scalars(Article.latest_corrections().limit(LENGTH)).all()
    xml = render_template("correction_feeds/index.xml", corrections=corrections)
    return Response(xml, mimetype="application/rss+xml")
