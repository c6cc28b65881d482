"""Board administration, and the menu."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.boards import BoardForm
from board.http.flash import notice
from board.models import Board, Group, Menu

bp = Blueprint("boards", __name__, url_prefix="/boards")


@bp.get("")
def index():
    return render_template("newsroom/boards/index.html", groups=_groups())


@bp.get("/new")
def new():
    return _page("newsroom/boards/new.html", _form())


@bp.post("")
def create():
    form = _form()
    if not form.validate_on_submit():
        return _page("newsroom/boards/new.html", form, 422)
    Menu.add(Board(**form.written), by=g.viewer)
    db.session.commit()
    notice("게시판을 만들었습니다.")
    return redirect(url_for("newsroom.boards.index"), 303)


@bp.get("/<int:board_id>/edit")
def edit(board_id):
    board = db.get_or_404(Board, board_id)
    return _page("newsroom/boards/edit.html", _form(board), board=board)


@bp.post("/<int:board_id>/edit")
def update(board_id):
    board = db.get_or_404(Board, board_id)
    form = _form(board)
    if not form.validate_on_submit():
        return _page("newsroom/boards/edit.html", form, 422, board=board)
    Menu.revise(board, by=g.viewer, **form.written)
    db.session.commit()
    notice("게시판을 저장했습니다.")
    return redirect(url_for("newsroom.boards.index"), 303)


@bp.post("/<int:board_id>/removal")
def destroy(board_id):
    try:
        Menu.remove(db.get_or_404(Board, board_id), by=g.viewer)
        db.session.commit()
        notice("게시판을 지웠습니다.")
    except ValueError as error:
        notice(str(error), "danger")
    return redirect(url_for("newsroom.boards.index"), 303)


def _groups() -> list[Group]:
    return list(db.session.scalars(Group.menu()).unique())


def _form(board: Board | None = None) -> BoardForm:
    return BoardForm(obj=board).about(board, _groups())


def _page(template: str, form: BoardForm, status: int = 200, **context):
    return make_response(render_template(template, form=form, **context), status)
