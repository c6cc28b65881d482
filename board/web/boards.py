"""Board pages: list of articles."""

from flask import Blueprint, abort, render_template, request

from board.access.doors import anyone, open_to
from board.access.search_query import search_query
from board.http.htmx import wants_fragment
from board.http.page_cache import shared
from board.http.params import page_number
from board.jobs.views import note_reading
from board.models import Listing, SearchResults
from board.pages.templating import site

bp = Blueprint("boards", __name__)


@bp.get("/boards/<slug>")
@open_to(anyone)
@shared("page", "sort", unless="q")
def show(slug: str):
    board = site().board_at(slug) or abort(404)
    note_reading()
    page, sort = page_number(), request.args.get("sort", "date")
    query = search_query()
    listing = (
        SearchResults(query.words, board, page, sort) if query.words else Listing(board, page, sort)
    )
    template = "boards/show.hx.html" if wants_fragment() else "boards/show.html"
    return render_template(template, board=board, listing=listing, query=query)
