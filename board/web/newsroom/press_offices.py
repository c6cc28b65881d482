"""Press office administration: trusted senders, and the board for their releases."""

from flask import Blueprint, g, redirect, render_template, url_for

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
    return render_template("newsroom/press_offices/new.html", form=_form())


@bp.post("")
def create():
    form = _form()
    if not form.validate_on_submit():
        return render_template("newsroom/press_offices/new.html", form=form), 422
    form.add(by=g.viewer)
    db.session.commit()
    return _to_the_list("보도자료 기관을 등록했습니다.")


@bp.get("/<int:office_id>/edit")
def edit(office_id):
    office = db.get_or_404(PressOffice, office_id)
    return render_template("newsroom/press_offices/edit.html", form=_form(office), office=office)


@bp.post("/<int:office_id>/edit")
def update(office_id):
    office = db.get_or_404(PressOffice, office_id)
    form = _form(office)
    if not form.validate_on_submit():
        page = render_template("newsroom/press_offices/edit.html", form=form, office=office)
        return page, 422
    form.revise(office, by=g.viewer)
    db.session.commit()
    return _to_the_list("보도자료 기관을 저장했습니다.")


@bp.post("/<int:office_id>/removal")
def destroy(office_id):
    db.get_or_404(PressOffice, office_id).remove(by=g.viewer)
    db.session.commit()
    return _to_the_list("보도자료 기관을 지웠습니다. 받은 자료는 그대로 있습니다.")


def _form(office: PressOffice | None = None) -> PressOfficeForm:
    return PressOfficeForm(obj=office).among(list(db.session.scalars(Board.in_order())))


def _to_the_list(sentence: str):
    notice(sentence)
    return redirect(url_for("newsroom.press_offices.index"), 303)
