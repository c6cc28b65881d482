"""Rulings: decide on one or many comments as they were seen; list of decisions."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for

from board.extensions import db
from board.forms.rulings import RulingForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.http.params import page_number
from board.models import (
    ChangedError,
    Comment,
    Queue,
    QueueCounts,
    Ruling,
    Sheet,
    items_of,
    overtaken,
)

bp = Blueprint("rulings", __name__, url_prefix="/rulings")


@bp.get("")
def index():
    mine = request.args.get("by") != "all"
    question = Ruling.newest().where(Ruling.by_id == g.viewer.id) if mine else Ruling.newest()
    sheet = Sheet(question, page=page_number())
    return render_template("moderation/rulings/index.html", sheet=sheet, mine=mine)


@bp.get("/new")
def new():
    """Confirmation page: the chosen comments before a decision."""
    form = RulingForm(request.args)
    return _ask(form, form.comments(g.viewer))


@bp.post("")
def create():
    form = RulingForm()
    verdict = form.chosen_verdict
    if verdict is None:
        abort(400)
    seen = form.comments(g.viewer)
    if not form.validate():
        return _ask(form, seen, status=422)
    try:
        ruling = _make(verdict, form, seen)
    except ChangedError:
        return _changed(seen)
    db.session.commit()
    return _done(ruling, seen)


def _make(verdict: str, form: RulingForm, seen: dict[Comment, str]) -> Ruling:
    """Make the ruling; a form sent twice gives the first one."""
    reason, note = form.reason.data, form.note.data or ""
    try:
        return Ruling.make(g.viewer, verdict, seen, reason=reason, note=note)
    except ChangedError:
        if twin := Ruling.twin(g.viewer, verdict, seen):
            return twin
        raise


def _ask(form: RulingForm, seen: dict[Comment, str], status: int = 200):
    return answer(
        "moderation/rulings/new.hx.html",
        otherwise="moderation/rulings/new.html",
        status=status,
        form=form,
        items=items_of(list(seen)),
        seen=seen,
    )


def _done(ruling: Ruling, seen: dict[Comment, str]):
    passed = _as_they_stand({each: seen[each] for each in ruling.passed_over})
    if wants_fragment():
        queue = QueueCounts(g.viewer, request.args.get("show"), page_number())
        return render_template(
            "moderation/rulings/create.hx.html", last=ruling, passed=passed, queue=queue
        )
    notice(ruling.sentence)
    barred = [each for each in passed if not g.viewer.can_overrule(each.comment.decision)]
    if passed := [item for item in passed if item not in barred]:
        names = ", ".join(item.comment.author_name for item in passed)
        notice(
            f"그사이 바뀐 댓글이 있어 처리하지 않았습니다: {names}. 지금 모습을 보고 정해 주세요.",
            "warn",
        )
    if barred:
        names = ", ".join(item.comment.author_name for item in barred)
        notice(f"편집자가 정해 그대로 둔 댓글: {names}.", "warn")
    return redirect(_queue_address(), 303)


def _changed(seen: dict[Comment, str]):
    """Conflict: nothing was done; show the comments as they are now, with the reason."""
    changed = _as_they_stand(seen)
    return answer(
        "moderation/rulings/changed.hx.html",
        otherwise="moderation/queue/index.html",
        status=409,
        changed=changed,
        queue=Queue(g.viewer, request.args.get("show"), page_number()),
        last=db.session.scalar(Ruling.last_of(g.viewer)),
    )


def _as_they_stand(seen: dict[Comment, str]) -> list:
    items = items_of(list(seen))
    for item in items:
        change = overtaken(item.comment, seen[item.comment])
        item.change = change or g.viewer.refusal_of(item.comment.decision)
    return items


def _queue_address() -> str:
    shown, page = request.args.get("show"), page_number()
    return url_for("moderation.queue.index", show=shown, page=page if page > 1 else None)
