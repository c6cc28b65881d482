"""Takedown outcome: a hidden comment is restored, removed, or kept hidden after an objection."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.takedowns import KEPT, EndingForm
from board.http.flash import notice
from board.jobs.viewings import note_viewing
from board.models import TakedownRequest
from board.models.legal.takedown.takedown import RESTORED

bp = Blueprint("takedown_endings", __name__, url_prefix="/takedown-requests/<int:case_id>/ending")

DONE = "정했습니다. 아래의 글로 알려 주세요."


@bp.get("/new")
def new(case_id):
    case = _find(case_id)
    note_viewing(case)
    return _page(case, EndingForm(formdata=None).about(case))


@bp.post("")
def create(case_id):
    case = _find(case_id)
    form = EndingForm().about(case)
    if case.state in ("hidden", "lapsed"):
        if not form.validate_on_submit():
            return _page(case, form, 422)
        _decide(case, form)
        db.session.commit()
        notice(DONE)
    return redirect(url_for("newsroom.takedown_requests.show", case_id=case.id), 303)


def _decide(case: TakedownRequest, form: EndingForm) -> None:
    outcome, words = form.outcome.data, form.words.data or ""
    if outcome == KEPT:
        case.keep(by=g.viewer, words=words)
    elif outcome == RESTORED:
        case.restore(by=g.viewer, words=words)
    else:
        case.remove(by=g.viewer, reason=form.reason.data, words=words)


def _find(case_id: int) -> TakedownRequest:
    return db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))


def _page(case: TakedownRequest, form: EndingForm, status: int = 200):
    page = render_template("newsroom/takedown_endings/new.html", case=case, form=form)
    return make_response(page, status)
