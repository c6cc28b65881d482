"""Undoing a ruling: what it did is put back exactly."""

from flask import Blueprint, g, redirect, render_template, request

from board.asked import page_number
from board.doors import safe_next
from board.errors import say
from board.extensions import db
from board.htmx import wants_fragment
from board.models import Queue, Ruling
from board.notices import notice

bp = Blueprint("reversals", __name__)

UNDONE = "되돌렸습니다."
OVERTAKEN = "되돌리지 못했습니다. 그사이 다른 결정이 있었습니다."


@bp.post("/rulings/<int:ruling_id>/reversal")
def create(ruling_id):
    ruling = db.first_or_404(Ruling.newest().filter_by(id=ruling_id))
    back = []
    if ruling.undone_at is None:
        if not g.viewer.can_undo(ruling):
            raise say(403, "이 결정은 되돌릴 수 없습니다. 서른 날이 지났거나 편집자가 정했습니다.")
        back = ruling.undo(g.viewer)
        db.session.commit()
    sentence = UNDONE if ruling.undone_at or back else OVERTAKEN
    if not wants_fragment():
        notice(sentence, "ok" if sentence == UNDONE else "warn")
        return redirect(safe_next(request.form.get("next")), 303)
    return render_template(
        "moderation/reversals/create.hx.html",
        sentence=sentence,
        back=back,
        queue=Queue(g.viewer, request.args.get("show"), page_number()),
        last=db.session.scalar(Ruling.last_of(g.viewer)),
    )
