"""Vote manipulation: suspicious recommendations, and those already excluded."""

from flask import Blueprint, render_template

from board.http.params import page_number
from board.models import Exclusion, Sheet, findings

bp = Blueprint("vote_manipulations", __name__, url_prefix="/arrangements")


@bp.get("")
def index():
    sheet = Sheet(Exclusion.newest(), page=page_number())
    return render_template(
        "newsroom/vote_manipulations/index.html", findings=findings(), sheet=sheet
    )
