"""Signing a user out everywhere."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import User, audit

bp = Blueprint("user_sessions", __name__)


@bp.post("/users/<int:user_id>/sessions/removal")
def destroy(user_id):
    user = db.get_or_404(User, user_id)
    user.end_sessions()
    audit.record("session.end_all", by=g.viewer, on=user)
    db.session.commit()
    notice(f"{user.name}님의 로그인을 모두 끊었습니다.")
    return redirect(url_for("newsroom.users.edit", user_id=user.id), 303)
