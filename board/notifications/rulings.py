"""Mails about rulings to writers and reporters; guests read it where they wrote."""

from itertools import groupby

from board.extensions import db
from board.models import Appeal, Comment, Report, Ruling
from board.models.moderation.ruling.verdict import HOLD, REJECTING
from board.notifications.members import write_to


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
        write_to(user, "ruling", "mail/ruling.txt", ruling=ruling, comments=list(comments))


def tell_reporters(ruling: Ruling) -> None:
    """Queue one mail to each member whose reports the ruling has answered."""
    answered = db.session.execute(Report.answered_by(ruling)).all()
    for user, rows in groupby(answered, key=lambda row: row[0]):
        if user is not ruling.by:
            write_to(user, "report", "mail/report.txt", reports=[report for _, report in rows])


def tell_of_appeal(appeal: Appeal) -> None:
    """Queue the answer to a member's appeal."""
    if appeal.comment.user is not None:
        write_to(appeal.comment.user, "appeal", "mail/appeal.txt", appeal=appeal)


def _in_case(comment: Comment) -> bool:
    return comment.removal is not None and comment.removal.is_in_case


def _writer(comment: Comment) -> int:
    return comment.user_id or 0
