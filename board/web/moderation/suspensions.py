"""Suspensions: suspend a comment's writer; list of current and past suspensions."""

from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for

from board import clock
from board.extensions import db
from board.forms.suspensions import SuspensionForm
from board.http.flash import notice
from board.http.params import page_number, possible_id
from board.models import Comment, Sheet, Suspension
from board.pages.errors import say
from board.text.korean import spoken_moment

bp = Blueprint("suspensions", __name__, url_prefix="/suspensions")

REFUSED = "운영자와 편집자, 그리고 나 자신은 정지할 수 없습니다. 역할부터 바꿔 주세요."


@bp.get("")
def index():
    sheet = Sheet(Suspension.newest(), page=page_number())
    return render_template("moderation/suspensions/index.html", sheet=sheet)


@bp.get("/new")
def new():
    return _ask(_comment(), SuspensionForm(formdata=None))


@bp.post("")
def create():
    comment, form = _comment(), SuspensionForm()
    if not form.validate_on_submit():
        return _ask(comment, form, status=422)
    given = {name: form[name].data for name in ("reason", "message", "holds_guests")}
    suspension = Suspension.place(comment, by=g.viewer, until=form.until, **given)
    db.session.commit()
    until = spoken_moment(suspension.until, clock.today())
    notice(f"{suspension.name} 님이 {until}까지 글을 쓰지 못하게 했습니다.")
    return redirect(url_for("moderation.suspensions.index"), 303)


def _comment() -> Comment:
    comment_id = request.values.get("comment", type=possible_id) or abort(404)
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    g.viewer.insist_on(*Suspension.standing_of(comment))
    if not g.viewer.can_suspend(comment):
        raise say(403, REFUSED)
    return comment


def _ask(comment: Comment, form: SuspensionForm, status: int = 200):
    said = {"comment": comment, "form": form}
    return make_response(render_template("moderation/suspensions/new.html", **said), status)
