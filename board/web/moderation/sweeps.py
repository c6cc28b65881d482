"""Spam sweep: a preview of everything by one writer, then removal in one step."""

from flask import Blueprint, g, redirect, render_template, request, url_for

from board.application import current_app
from board.extensions import db
from board.forms.sweeps import SweepForm
from board.http.flash import notice
from board.http.params import possible_id
from board.models import ChangedError, Comment, Ruling, Sweep
from board.pages.errors import say
from board.text.plain import excerpt

bp = Blueprint("sweeps", __name__)

SURE = "광고가 아닌 댓글도 지워집니다. 그래도 지우려면 맨 아래 단추를 한 번 더 눌러 주세요."
CHANGED = "그사이 글이 바뀌어 아무것도 지우지 않았습니다. 지금 모습을 보고 다시 눌러 주세요."
NAMED, EXCERPT = 5, 30  # so many passed over are named, with so many characters of their words


@bp.get("/comments/<int:comment_id>/sweep")
def new(comment_id):
    return _ask(_sweep(comment_id), SweepForm(formdata=None))


@bp.post("/comments/<int:comment_id>/sweep")
def create(comment_id):
    sweep, form = _sweep(comment_id), SweepForm()
    if not form.validate_on_submit():
        return _ask(sweep, form, status=422)
    if sweep.honest and not form.sure.data:
        return _ask(sweep, form, status=422, again=SURE)
    chosen = [group for group in sweep.groups if group in (form.also.data or [])]
    further = _where_next(sweep)
    blocked = {"blocked": form.kinds.data, "blocked_hosts": form.hosts.data}
    try:
        ruling = sweep.perform(
            form.seen.data or {}, form.reason.data, form.days.data, chosen, **blocked
        )
    except ChangedError:
        return _nothing_done(comment_id, form)
    db.session.commit()
    _tell(sweep, ruling)
    return redirect(further, 303)


def _where_next(sweep: Sweep) -> str:
    """The address of the page with older comments, or of the queue when there are none."""
    if sweep.remaining:
        return url_for("moderation.sweeps.new", comment_id=sweep.comment.id, before=sweep.end)
    return url_for("moderation.queue.index")


def _nothing_done(comment_id: int, form: SweepForm):
    """What is there now, to be looked at anew; or what follows when nothing is."""
    sweep = _sweep(comment_id)
    if sweep.comments:
        return _ask(sweep, form, status=409, again=CHANGED)
    if not sweep.remaining:
        notice("지울 댓글이 남아 있지 않습니다. 이미 처리했는지 최근 결정을 살펴봐 주세요.", "warn")
    return redirect(_where_next(sweep), 303)


def _tell(sweep: Sweep, ruling: Ruling) -> None:
    notice(f"{ruling.sentence} 막은 것: {len(ruling.blocks):,}가지.")
    if passed := sweep.passed_over:
        named = ", ".join(
            f"{each.author_name} “{excerpt(each.body, EXCERPT)}”" for each in passed[:NAMED]
        )
        more = f" 외 {len(passed) - NAMED:,}개" if len(passed) > NAMED else ""
        notice(f"그사이 바뀌거나 새로 올라와 처리하지 않은 댓글: {named}{more}.", "warn")
    if left := len(sweep.left):
        notice(f"편집자가 정한 댓글 {left:,}개는 그대로 두었습니다.", "warn")


def _sweep(comment_id: int) -> Sweep:
    comment = db.first_or_404(Comment.readable_by(g.viewer).where(Comment.id == comment_id))
    if not g.viewer.can_moderate(comment):
        raise say(403, "내가 쓴 댓글과 편집자의 댓글은 스팸으로 처리할 수 없습니다.")
    return Sweep(comment, g.viewer, before=request.args.get("before", type=possible_id))


def _ask(sweep: Sweep, form: SweepForm, status: int = 200, again: str = ""):
    patterns = sweep.patterns(sweep.comments)
    ours = current_app.settings.hosts
    hosts = [host for host in patterns["host"] if host not in ours]
    if form.hosts.data is None:
        form.hosts.data = hosts
    said = {"form": form, "patterns": patterns, "hosts": hosts}
    said |= {"again": again, "asked": again == SURE}
    return render_template("moderation/sweeps/new.html", sweep=sweep, **said), status
