"""Dismissing a mail that could not be imported."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.models import Mail

bp = Blueprint("mail_dismissals", __name__, url_prefix="/mails/<int:mail_id>/dismissal")


@bp.post("")
def create(mail_id):
    db.get_or_404(Mail, mail_id).dismiss(by=g.viewer)
    db.session.commit()
    return redirect(url_for("newsroom.home.index"), 303)
