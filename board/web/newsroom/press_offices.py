"""Press office administration: trusted senders, and the board for their releases."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.press_offices import PressOfficeForm
from board.http.flash import notice
from board.models import Board, PressOffice

bp = Blueprint("press_offices", __name__, url_prefix="/press-offices")


@bp.get("")
def index():
    offices = db.session.scalars(PressOffice.in_order()).all()
    return render_template("newsroom/press_offices/index.html", offices=offices)


@bp.get("/new")
def new():
    return _page("newsroom/press_offices/new.html", _form())


@bp.post("")
def create():
    form = _form()
    if not form.validate_on_submit():
        return _page("newsroom/press_offices/new.html", form, 422)
    form.add(by=g.viewer)
    db.session.commit()
    return _to_the_list("보내는 곳을 등록했습니다.")


@bp.get("/<int:office_id>/edit")
def edit(office_id):
    office = db.get_or_404(PressOffice, office_id)
    return _page("newsroom/press_offices/edit.html", _form(office), office=office)


@bp.post("/<int:office_id>/edit")
def update(office_id):
    office = db.get_or_404(PressOffice, office_id)
    form = _form(office)
    if not form.validate_on_submit():
        return _page("newsroom/press_offices/edit.html", form, 422, office=office)
    form.revise(office, by=g.viewer)
    db.session.commit()
    return _to_the_list("보내는 곳을 저장했습니다.")


@bp.post("/<int:office_id>/removal")
def destroy(office_id):
    db.get_or_404(PressOffice, office_id).remove(by=g.viewer)
    db.session.commit()
    return _to_the_list("보내는 곳을 지웠습니다. 받은 자료는 그대로 있습니다.")


def _form(office: PressOffice | None = None) -> PressOfficeForm:
    return PressOfficeForm(obj=office).about(office, list(db.session.scalars(Board.in_order())))


def _page(template: str, form: PressOfficeForm, status: int = 200, **context):
    return make_response(render_template(template, form=form, **context), status)


def _to_the_list(sentence: str):
    notice(sentence)
    return redirect(url_for("newsroom.press_offices.index"), 303)
