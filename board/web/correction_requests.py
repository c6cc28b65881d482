"""Correction requests: ask for a correction, a rebuttal or a follow-up report; the receipt."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from board.access.doors import anyone, open_to
from board.access.throttling import pace
from board.current import known_viewer, viewer
from board.extensions import db
from board.forms.correction_requests import CorrectionRequestForm, article_at
from board.models import Article, CorrectionRequest

bp = Blueprint("correction_requests", __name__)


@bp.get("/correction-requests/new")
@bp.get("/articles/<int:article_id>/correction-requests/new")
@open_to(anyone)
def new(article_id: int | None = None):
    article = article_at(request.args.get("article")) if article_id is None else _find(article_id)
    form = CorrectionRequestForm(formdata=None).about(article)
    return render_template("correction_requests/new.html", form=form)


@bp.post("/correction-requests")
@open_to(anyone)
def create():
    form = CorrectionRequestForm()
    if not form.validate_on_submit() or form.found is None:
        return render_template("correction_requests/new.html", form=form), 422
    pace("request", crowd="requests")
    sent = form.found.request_correction(by=known_viewer(), once=form.once.data, **form.typed)
    db.session.commit()
    return redirect(url_for("correction_requests.show", receipt=sent.receipt), 303)


@bp.get("/correction-requests/<receipt>")
@open_to(anyone)
def show(receipt: str):
    """The receipt: for a day the sender's browser opens it directly; otherwise the contact is
    asked."""
    sent = CorrectionRequest.sent_from(receipt, viewer.key)
    if sent is None:
        return redirect(url_for("correction_receipts.new", receipt=receipt[:40]), 303)
    return render_template("correction_requests/show.html", sent=sent)


def _find(article_id: int) -> Article:
    article = db.session.scalar(Article.ever_out().filter_by(id=article_id))
    return article or abort(404)
