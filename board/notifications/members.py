"""Mails to members who gave an address."""

from flask import render_template

from board.application import current_app
from board.extensions import db
from board.mail.smtp import is_address
from board.models import OutgoingMail, User
from board.notifications.delivery import send_after_commit


def write_to(user: User, kind: str, template: str, **said) -> None:
    """Queue a mail to this member, in the current transaction; nothing without a mail server or an
    address. The template's first line is the subject."""
    if current_app.settings.smtp is None or not is_address(user.email or ""):
        return
    text = render_template(template, user=user, **said).strip()
    subject, _, body = text.partition("\n")
    parts = {"subject": subject.strip(), "body": body.strip() + "\n"}
    db.session.add(OutgoingMail(kind=kind, to=user.email, **parts))
    send_after_commit()
