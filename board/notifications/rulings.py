"""Mails about rulings to writers and reporters; guests read it where they wrote."""

from itertools import groupby

from flask import render_template

from board.application import current_app
from board.extensions import db
from board.mail.smtp import is_address
from board.models import Appeal, Comment, OutgoingMail, Report, Ruling, User
from board.models.moderation.ruling.verdict import HOLD, REJECTING
from board.notifications.delivery import send_after_commit


def tell_of_ruling(ruling: Ruling) -> None:
    """Queue mails to everybody concerned, in the transaction of the ruling."""
    tell_writers(ruling)
    tell_reporters(ruling)


def tell_writers(ruling: Ruling) -> None:
    """Queue one mail to each member whose comments the ruling hid or deleted. The end of a takedown
    case is reported in the case's own mail."""
    if ruling.verdict not in (HOLD, *REJECTING):
        return
    judged = (each for each in ruling.comments if each.user is not None and not _in_case(each))
    for user, comments in groupby(sorted(judged, key=_writer), key=lambda each: each.user):
        _write(user, "ruling", "mail/ruling.txt", ruling=ruling, comments=list(comments))


def tell_reporters(ruling: Ruling) -> None:
    """Queue one mail to each member whose reports the ruling has answered."""
    answered = db.session.execute(Report.answered_by(ruling)).all()
    for user, rows in groupby(answered, key=lambda row: row[0]):
        if user is not ruling.by:
            _write(user, "report", "mail/report.txt", reports=[report for _, report in rows])


def tell_of_appeal(appeal: Appeal) -> None:
    """Queue the answer to a member's appeal."""
    if appeal.comment.user is not None:
        _write(appeal.comment.user, "appeal", "mail/appeal.txt", appeal=appeal)


def _in_case(comment: Comment) -> bool:
    return comment.removal is not None and comment.removal.is_in_case


def _writer(comment: Comment) -> int:
    return comment.user_id or 0


def _write(user: User, kind: str, template: str, **said) -> None:
    if current_app.settings.smtp is None or not is_address(user.email or ""):
        return
    text = render_template(template, user=user, **said).strip()
    subject, _, body = text.partition("\n")
    parts = {"subject": subject.strip(), "body": body.strip() + "\n"}
    db.session.add(OutgoingMail(kind=kind, to=user.email, **parts))
    send_after_commit()
