"""Declining a correction request, with a ground and an explanation."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.corrections import RefusalForm
from board.http.flash import notice
from board.models import CorrectionRequest

bp = Blueprint(
    "correction_refusals", __name__, url_prefix="/correction-requests/<int:request_id>/refusal"
)


@bp.get("/new")
def new(request_id):
    return _page(_find(request_id), RefusalForm(formdata=None))


@bp.post("")
def create(request_id):
    sent = _find(request_id)
    form = RefusalForm()
    if sent.state == "open":
        if not form.validate_on_submit():
            return _page(sent, form, 422)
        sent.decline(by=g.viewer, ground=form.ground.data, reason=form.reason.data)
        db.session.commit()
        notice("청구를 거절했습니다. 아래의 거절 통지를 보내 주세요.")
    return redirect(url_for("newsroom.correction_requests.show", request_id=sent.id), 303)


def _find(request_id: int) -> CorrectionRequest:
    return db.first_or_404(CorrectionRequest.visible_to(g.viewer).filter_by(id=request_id))


def _page(sent: CorrectionRequest, form: RefusalForm, status: int = 200):
    page = render_template("newsroom/correction_refusals/new.html", sent=sent, form=form)
    return make_response(page, status)
