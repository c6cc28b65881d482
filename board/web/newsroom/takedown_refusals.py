"""Declining a takedown request, with a ground and an explanation."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.takedowns import TakedownRefusalForm
from board.http.flash import notice
from board.models import TakedownRequest

bp = Blueprint("takedown_refusals", __name__, url_prefix="/takedown-requests/<int:case_id>/refusal")


@bp.get("/new")
def new(case_id):
    return _page(_find(case_id), TakedownRefusalForm(formdata=None))


@bp.post("")
def create(case_id):
    case, form = _find(case_id), TakedownRefusalForm()
    if case.state == "open":
        if not form.validate_on_submit():
            return _page(case, form, 422)
        case.decline(by=g.viewer, ground=form.ground.data, reason=form.reason.data)
        db.session.commit()
        notice("요청을 거절했습니다. 아래의 거절 통지를 보내 주세요.")
    return redirect(url_for("newsroom.takedown_requests.show", case_id=case.id), 303)


def _find(case_id: int) -> TakedownRequest:
    return db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))


def _page(case: TakedownRequest, form: TakedownRefusalForm, status: int = 200):
    page = render_template("newsroom/takedown_refusals/new.html", case=case, form=form)
    return make_response(page, status)
