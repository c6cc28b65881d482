"""Spam sweep: a preview of everything by one writer, then removal in one step."""

from flask import Blueprint, g, redirect, render_template, url_for

from board.application import current_app
from board.extensions import db
from board.forms.sweeps import SweepForm
from board.http.flash import notice
from board.models import ChangedError, Comment, Sweep
from board.pages.errors import say

bp = Blueprint("sweeps", __name__)


@bp.get("/comments/<int:comment_id>/sweep")
def new(comment_id):
    return _ask(_sweep(comment_id), SweepForm(formdata=None))


@bp.post("/comments/<int:comment_id>/sweep")
def create(comment_id):
    sweep, form = _sweep(comment_id), SweepForm()
    if not form.validate_on_submit():
        return _ask(sweep, form, status=422)
    chosen = [group for group in sweep.groups if group in (form.also.data or [])]
    blocked = {"blocked": form.kinds.data, "blocked_hosts": form.hosts.data}
    try:
        ruling = sweep.perform(form.reason.data, form.days.data, chosen, **blocked)
    except ChangedError:
        notice("지울 댓글이 남아 있지 않습니다. 이미 처리했는지 최근 결정을 살펴봐 주세요.", "warn")
        return redirect(url_for("moderation.queue.index"), 303)
    db.session.commit()
    notice(f"{ruling.sentence} 막은 것: {len(ruling.blocks):,}가지.")
    if left := len(sweep.left):
        notice(f"편집자가 정한 댓글 {left:,}개는 그대로 두었습니다.", "warn")
    return redirect(url_for("moderation.queue.index"), 303)


def _sweep(comment_id: int) -> Sweep:
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    if not g.viewer.can_moderate(comment):
        raise say(403, "내가 쓴 댓글과 편집자의 댓글은 스팸으로 처리할 수 없습니다.")
    return Sweep(comment, g.viewer)


def _ask(sweep: Sweep, form: SweepForm, status: int = 200):
    patterns = sweep.patterns()
    ours = current_app.settings.hosts
    hosts = [host for host in patterns["host"] if host not in ours]
    if form.hosts.data is None:
        form.hosts.data = hosts
    page = render_template(
        "moderation/sweeps/new.html", sweep=sweep, form=form, patterns=patterns, hosts=hosts
    )
    return page, status
