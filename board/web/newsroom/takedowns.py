"""Takedown (임시조치): hide the comment of a request for as long as the law allows."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.forms.newsroom.takedowns import TakedownForm
from board.http.flash import notice
from board.models import TakedownRequest

bp = Blueprint("takedowns", __name__, url_prefix="/takedown-requests/<int:case_id>/takedown")


@bp.post("")
def create(case_id):
    case = db.first_or_404(TakedownRequest.visible_to(g.viewer).filter_by(id=case_id))
    here = redirect(url_for("newsroom.takedown_requests.show", case_id=case.id), 303)
    try:
        done = case.accept(by=g.viewer, days=TakedownForm().days.data or 0)
    except ValueError as error:
        notice(str(error), "warn")
        return here
    if done:
        db.session.commit()
        notice("댓글을 가렸습니다. 아래의 글로 양쪽에 바로 알려 주세요.")
    return here
