"""Board administration, and the menu."""

from flask import Blueprint, g, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.boards import BoardForm
from board.http.flash import notice
from board.models import Board, FirstSteps, Group, Menu

bp = Blueprint("boards", __name__, url_prefix="/boards")


@bp.get("")
def index():
    return render_template("newsroom/boards/index.html", groups=_groups(), steps=FirstSteps.read())


@bp.get("/new")
def new():
    return render_template("newsroom/boards/new.html", form=_form())


@bp.post("")
def create():
    form = _form()
    if not form.validate_on_submit():
        return render_template("newsroom/boards/new.html", form=form), 422
    form.add(by=g.viewer)
    db.session.commit()
    return _to_the_list("게시판을 만들었습니다.")


@bp.get("/<int:board_id>/edit")
def edit(board_id):
    board = db.get_or_404(Board, board_id)
    form = _form(board)
    return render_template("newsroom/boards/edit.html", form=form, board=board)


@bp.post("/<int:board_id>/edit")
def update(board_id):
    board = db.get_or_404(Board, board_id)
    form = _form(board)
    if not form.validate_on_submit():
        return render_template("newsroom/boards/edit.html", form=form, board=board), 422
    form.revise(board, by=g.viewer)
    db.session.commit()
    return _to_the_list("게시판을 저장했습니다.")


@bp.post("/<int:board_id>/removal")
def destroy(board_id):
    try:
        Menu.remove(db.get_or_404(Board, board_id), by=g.viewer)
    except ValueError as error:
        return _to_the_list(str(error), "danger")
    db.session.commit()
    return _to_the_list("게시판을 지웠습니다.")


def _groups() -> list[Group]:
    return list(db.session.scalars(Group.menu()).unique())


def _form(board: Board | None = None) -> BoardForm:
    return BoardForm(obj=board).among(_groups())


def _to_the_list(sentence: str, kind: str = "ok"):
    notice(sentence, kind)
    return redirect(url_for("newsroom.boards.index"), 303)
