"""Retraction of a correction that was itself a mistake."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.corrections import RetractionForm
from board.http.flash import notice
from board.models import Correction

bp = Blueprint(
    "correction_retractions", __name__, url_prefix="/corrections/<int:correction_id>/retraction"
)


@bp.get("/new")
def new(correction_id):
    return _page(db.get_or_404(Correction, correction_id), RetractionForm())


@bp.post("")
def create(correction_id):
    correction = db.get_or_404(Correction, correction_id)
    form = RetractionForm()
    if not form.validate_on_submit():
        return _page(correction, form, 422)
    correction.retract(by=g.viewer, reason=form.reason.data)
    db.session.commit()
    notice(f"{correction.kind_name}를 철회했습니다. 독자에게 더는 보이지 않습니다.")
    place = url_for("newsroom.corrections.new", article_id=correction.article_id)
    return redirect(place, 303)


def _page(correction: Correction, form: RetractionForm, status: int = 200):
    page = render_template(
        "newsroom/correction_retractions/new.html", correction=correction, form=form
    )
    return make_response(page, status)
