"""Fetching mail now, instead of waiting for the timer."""

from flask import Blueprint, abort, g, redirect, url_for

from board.application import current_app
from board.extensions import db
from board.http.flash import notice
from board.jobs import inbox
from board.mail.inbox import MailboxError

bp = Blueprint("mail_fetches", __name__, url_prefix="/fetches")


@bp.post("")
def create():
    if not current_app.settings.inbox:
        abort(404)
    db.session.commit()
    try:
        count = len({each.mail.id for each in inbox.fetch(by=g.viewer)})
        notice(f"메일 {count}통을 받았습니다." if count else "새로 온 메일이 없습니다.")
    except MailboxError as error:
        notice(str(error), "danger")
    return redirect(url_for("newsroom.home.index"), 303)
