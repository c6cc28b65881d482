"""Mail delivery: mails are sent after the commit of the action they report.

A mail is a row of the same transaction: a rollback undoes both. A mail that could not be sent waits
for the next mail or for `board post send`.
"""

import logging
import threading

from flask import Flask, has_request_context
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from board.application import Naru, application
from board.extensions import db
from board.mail.smtp import Smtp, UndeliveredError, deliver
from board.models import OutgoingMail
from board.pages.templating import site

logger = logging.getLogger(__name__)

LETTERS_WAIT = "letters wait"  # in `Session.info`, until the transaction ends


def init_app(_app: Flask) -> None:
    """Register the session hooks, once for all applications of this process."""
    if not event.contains(db.session, "after_commit", _after_commit):
        event.listen(db.session, "after_commit", _after_commit)
        event.listen(db.session, "after_rollback", _after_rollback)


def send_after_commit() -> None:
    """Send queued mails as soon as this transaction is committed."""
    db.session().info[LETTERS_WAIT] = True


def post_waiting(app: Naru) -> tuple[int, int]:
    """Try to send every queued mail, each in its own transactions: (sent, failed)."""
    sent = failed = 0
    if (smtp := app.settings.smtp) is None:
        return 0, 0
    with app.app_context():
        name = site().publisher.name
        ids = list(db.session.scalars(OutgoingMail.waiting().with_only_columns(OutgoingMail.id)))
        db.session.commit()
        for mail_id in ids:
            if (mail := OutgoingMail.take(mail_id)) is None:
                continue
            db.session.commit()  # no transaction is open while we talk to the server
            if _post(smtp, mail, name):
                sent += 1
            else:
                failed += 1
            db.session.commit()
    return sent, failed


def _after_commit(session: Session) -> None:
    """Start sending; not after a savepoint, which may still be rolled back."""
    if not session.in_nested_transaction() and session.info.pop(LETTERS_WAIT, False):
        _post_soon(application())


def _after_rollback(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(LETTERS_WAIT, None)


def _post_soon(app: Naru) -> None:
    """Send in a background thread, so that no request waits for a mail server; commands wait,
    because their threads would end with them."""
    if app.settings.smtp is None:
        return
    if has_request_context() and app.settings.flush_seconds:
        threading.Thread(target=_try_waiting, args=(app,), name="post", daemon=True).start()
    else:
        _try_waiting(app)


def _try_waiting(app: Naru) -> None:
    """Send; errors of a busy database leave the mails for later, because the action is
    committed."""
    try:
        post_waiting(app)
    except OperationalError as error:
        logger.warning("letters wait for a busy database: %s", error.orig)


def _post(smtp: Smtp, mail: OutgoingMail, name: str) -> bool:
    to, subject, body = mail.to, mail.subject, mail.body
    db.session.commit()
    try:
        deliver(smtp, to, subject, body, name=name)
    except UndeliveredError as error:
        logger.warning("a letter did not go out: %s", error)
        mail.came_back(str(error))
        return False
    mail.was_sent()
    return True
