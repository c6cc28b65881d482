"""Search in one board or all."""

from flask import Blueprint, render_template, request

from board.access.doors import anyone, open_to
from board.access.search_query import search_query
from board.extensions import db
from board.http.htmx import wants_fragment
from board.http.params import page_number
from board.models import Board, SearchResults
from board.pages.templating import site

bp = Blueprint("searches", __name__)


@bp.get("/search")
@open_to(anyone)
def index():
    query = search_query()
    slug = request.args.get("board")
    board = db.first_or_404(Board.at(slug)) if slug else None
    listing = None
    if query.words:
        sort = request.args.get("sort", "date")
        listing = SearchResults(query.words, board, page_number(), sort)
    found = {"listing": listing, "board": board, "query": query}
    if listing and wants_fragment():
        return render_template("searches/index.hx.html", **found)
    boards = [each for group in site().groups for each in group.boards]
    return render_template("searches/index.html", **found, boards=boards)
