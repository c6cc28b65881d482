"""Own account page of a member."""

from flask import Blueprint, render_template

from board.access.doors import members, open_to
from board.current import member
from board.extensions import db
from board.models import Comment

bp = Blueprint("accounts", __name__)

COMMENTS_SHOWN = REPORTS_SHOWN = 50


@bp.get("/account")
@open_to(members)
def show():
    viewer = member()
    comments = db.session.scalars(Comment.written_by(viewer).limit(COMMENTS_SHOWN)).all()
    reports = db.session.scalars(Comment.reported_by(viewer).limit(REPORTS_SHOWN)).unique().all()
    return render_template("accounts/show.html", comments=comments, reports=reports)
