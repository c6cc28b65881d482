"""Appeals in the newsroom: an admin reviews hidden or deleted comments."""

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.forms.appeals import AppealAnswerForm
from board.http.flash import notice
from board.http.params import page_number
from board.models import Appeal, Sheet

bp = Blueprint("appeals", __name__, url_prefix="/appeals")


@bp.get("")
def index():
    done = request.args.get("state") == "done"
    sheet = Sheet(Appeal.answered() if done else Appeal.waiting(), page_number())
    return render_template("newsroom/appeals/index.html", sheet=sheet, done=done)


@bp.get("/<int:appeal_id>")
def show(appeal_id: int):
    appeal = _find(appeal_id)
    return _page(appeal, AppealAnswerForm(formdata=None).about(appeal))


@bp.post("/<int:appeal_id>")
def update(appeal_id: int):
    appeal = _find(appeal_id)
    form = AppealAnswerForm().about(appeal)
    if appeal.answered_at is None:  # else somebody has answered meanwhile
        if not form.validate_on_submit():
            return _page(appeal, form, 422)
        answer = form.answer.data or ""
        (appeal.grant if form.verdict.data == "grant" else appeal.deny)(g.viewer, answer)
        db.session.commit()
        notice(f"답했습니다: {appeal.state_name}. 글쓴이가 댓글 자리에서 봅니다.")
    return redirect(url_for("newsroom.appeals.show", appeal_id=appeal.id), 303)


def _find(appeal_id: int) -> Appeal:
    return db.get_or_404(Appeal, appeal_id)


def _page(appeal: Appeal, form: AppealAnswerForm, status: int = 200):
    page = render_template("newsroom/appeals/show.html", appeal=appeal, form=form)
    return make_response(page, status)
