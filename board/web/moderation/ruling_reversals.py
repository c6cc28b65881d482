"""Ruling reversals: undo a decision and everything it changed."""

from flask import Blueprint, g, redirect, render_template, request

from board.access.doors import safe_next
from board.extensions import db
from board.http.flash import notice
from board.http.htmx import wants_fragment
from board.http.params import page_number
from board.models import Comment, Queue, Ruling
from board.models.comment.removal import UNDO_FOR
from board.pages.errors import say
from board.text.korean import josa, span

bp = Blueprint("ruling_reversals", __name__)

UNDONE = "되돌렸습니다."
PARTLY = "{back}개를 되돌렸습니다. {left}개는 그사이 다른 결정이 있어 그대로 두었습니다."
OVERTAKEN = "되돌리지 못했습니다. 그사이 다른 결정이 있었습니다."


@bp.post("/rulings/<int:ruling_id>/reversal")
def create(ruling_id):
    ruling = db.first_or_404(Ruling.newest().filter_by(id=ruling_id))
    back = []
    if ruling.undone_at is None:
        if not g.viewer.can_undo(ruling):
            raise say(403, _why_not(ruling))
        back = ruling.undo(g.viewer)
        db.session.commit()
    sentence = _sentence(ruling, back)
    if not wants_fragment():
        notice(sentence, "ok" if sentence == UNDONE else "warn")
        return redirect(safe_next(request.form.get("next")), 303)
    return render_template(
        "moderation/ruling_reversals/create.hx.html",
        sentence=sentence,
        back=back,
        queue=Queue(g.viewer, request.args.get("show"), page_number()),
        last=db.session.scalar(Ruling.last_of(g.viewer)),
    )


def _sentence(ruling: Ruling, back: list[Comment]) -> str:
    if ruling.undone_at:
        return UNDONE
    if not back:
        return OVERTAKEN
    left = sum(each.undone_at is None for each in ruling.judgements)
    return PARTLY.format(back=f"{len(back):,}", left=f"{left:,}")


def _why_not(ruling: Ruling) -> str:
    """Why it cannot be undone: an admin's or a takedown case's, the viewer's own comment, or too
    old."""
    if not ruling.is_undoable:
        return f"정한 지 {josa(span(UNDO_FOR), '이/가')} 지난 결정은 되돌릴 수 없습니다."
    done = (ruling.done_to(each) for each in ruling.comments)
    refusal = g.viewer.refusal_of(ruling, *done)
    return refusal or "내가 쓴 댓글에 대한 결정입니다. 다른 운영자에게 부탁해 주세요."
