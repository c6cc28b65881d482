"""Takedown requests: ask that a harmful comment be hidden; the receipt."""

from flask import Blueprint, redirect, render_template, request, url_for

from board.access.doors import anyone, open_to
from board.access.throttling import pace
from board.current import known_viewer, viewer
from board.extensions import db
from board.forms.takedown_requests import TakedownRequestForm, comment_at
from board.models import Comment, TakedownRequest
from board.pages.errors import say

bp = Blueprint("takedown_requests", __name__)

LOST = "이미 지워졌거나 주소가 바뀐 댓글입니다. 지운 댓글이라면 더 하실 일이 없습니다."


@bp.get("/takedown-requests/new")
@bp.get("/comments/<int:comment_id>/takedown-requests/new")
@open_to(anyone)
def new(comment_id: int | None = None):
    comment = comment_at(request.args.get("comment")) if comment_id is None else _find(comment_id)
    form = TakedownRequestForm(formdata=None).about(comment)
    return render_template("takedown_requests/new.html", form=form)


@bp.post("/takedown-requests")
@open_to(anyone)
def create():
    form = TakedownRequestForm()
    if not form.validate_on_submit() or form.found is None:
        return render_template("takedown_requests/new.html", form=form), 422
    pace("request", crowd="requests")
    sent = form.found.request_takedown(by=known_viewer(), once=form.once.data, **form.typed)
    db.session.commit()
    return redirect(url_for("takedown_requests.show", receipt=sent.receipt), 303)


@bp.get("/takedown-requests/<receipt>")
@open_to(anyone)
def show(receipt: str):
    """The receipt: for a day the sender's browser opens it directly; otherwise the contact is
    asked."""
    sent = TakedownRequest.sent_from(receipt, viewer.key)
    if sent is None:
        return redirect(url_for("takedown_receipts.new", receipt=receipt[:40]), 303)
    return render_template("takedown_requests/show.html", sent=sent)


def _find(comment_id: int) -> Comment:
    comment = comment_at(str(comment_id))
    if comment is None:
        raise say(404, LOST, heading="댓글을 찾지 못했습니다")
    return comment
