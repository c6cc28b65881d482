"""Search in one board or all."""

from flask import Blueprint, render_template, request

from board.access.doors import anyone, open_to
from board.access.search_query import search_query
from board.extensions import db
from board.http.htmx import wants_fragment
from board.http.params import page_number
from board.models import SHORTEST_QUERY, Board, SearchResults
from board.models.article.searchable import LONGEST_QUERY
from board.pages.templating import site
from board.text.searching import search_key

bp = Blueprint("searches", __name__)


@bp.get("/search")
@open_to(anyone)
def index():
    query = search_query()
    slug = request.args.get("board")
    board = db.first_or_404(Board.at(slug)) if slug else None
    problem = _problem(query)
    listing = None
    if query and not problem:
        sort = request.args.get("sort", "date")
        listing = SearchResults(query, board, page_number(), sort)
    found = {"listing": listing, "board": board, "query": query}
    if listing and wants_fragment():
        return render_template("searches/index.hx.html", **found)
    boards = [each for group in site().groups for each in group.boards]
    return render_template("searches/index.html", **found, boards=boards, problem=problem)


def _problem(query: str) -> str:
    if not query:
        return ""
    if len(search_key(query).replace(" ", "")) < SHORTEST_QUERY:
        return "두 글자 이상 넣어 주세요."
    if len(query) > LONGEST_QUERY:
        return f"찾을 말은 {LONGEST_QUERY}자까지 쓸 수 있습니다. 낱말을 줄여 주세요."
    return ""
