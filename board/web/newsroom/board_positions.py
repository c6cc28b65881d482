"""Board order in a group: the desired position is posted, so a double click changes nothing
more."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.forms.newsroom.attachments import PositionForm
from board.http.flash import notice
from board.models import Board, Menu

bp = Blueprint("board_positions", __name__)


@bp.post("/boards/<int:board_id>/position")
def create(board_id):
    board = db.get_or_404(Board, board_id)
    form = PositionForm()
    if form.validate_on_submit():
        Menu.place(board, form.position.data, by=g.viewer)
        db.session.commit()
        notice(f"‘{board.name}’의 순서를 바꿨습니다.")
    return redirect(url_for("newsroom.boards.index") + f"#board-{board_id}", 303)
