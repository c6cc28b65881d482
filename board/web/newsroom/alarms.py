"""Attack mode against automated comments: whether it is on, why, and since when."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.alarms import AlarmForm
from board.http.flash import notice
from board.http.params import page_number
from board.models import Alarm, Sheet, Traffic

bp = Blueprint("alarms", __name__, url_prefix="/alarms")


@bp.get("")
def index():
    return _page(AlarmForm(formdata=None))


@bp.post("")
def create():
    form = AlarmForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    Alarm.rise(by=g.viewer, lasting=form.lasting)
    db.session.commit()
    notice("도배 막기를 켰습니다.")
    return redirect(url_for("newsroom.alarms.index"), 303)


def _page(form: AlarmForm, status: int = 200):
    said = {"alarm": Alarm.now(), "traffic": Traffic(), "form": form}
    sheet = Sheet(Alarm.newest(), page=page_number())
    return make_response(render_template("newsroom/alarms/index.html", sheet=sheet, **said), status)
