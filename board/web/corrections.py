"""Public list of corrections, newest first."""

from flask import Blueprint, render_template

from board.access.doors import anyone, open_to
from board.http.page_cache import shared
from board.http.params import page_number
from board.models import Article, Sheet

bp = Blueprint("corrections", __name__)


@bp.get("/corrections")
@open_to(anyone)
@shared("page")
def index():
    sheet = Sheet(Article.latest_corrections(), page=page_number())
    return render_template("corrections/index.html", sheet=sheet)
