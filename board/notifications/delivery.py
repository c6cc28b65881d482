"""Delivery of the outbox: letters leave after the commit of the deed they tell of.

A letter is a row of the deed's transaction: a rollback takes both back, and what no server takes
waits for the next letter or for `board post send`.
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
    """Once for all applications of this process, which share the session."""
    if not event.contains(db.session, "after_commit", _after_commit):
        event.listen(db.session, "after_commit", _after_commit)
        event.listen(db.session, "after_rollback", _after_rollback)


def send_after_commit() -> None:
    """Send what waits as soon as this transaction is committed."""
    db.session().info[LETTERS_WAIT] = True


def post_waiting(app: Naru) -> tuple[int, int]:
    """Try every letter that waits, each in transactions of its own: (sent, failed)."""
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
    """Not after a savepoint: that may still be rolled back with the rest."""
    if not session.in_nested_transaction() and session.info.pop(LETTERS_WAIT, False):
        _post_soon(application())


def _after_rollback(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(LETTERS_WAIT, None)


def _post_soon(app: Naru) -> None:
    """Beside the answer, so that nobody waits for a mail server; a command, whose threads would end
    with it, waits."""
    if app.settings.smtp is None:
        return
    if has_request_context() and app.settings.flush_seconds:
        threading.Thread(target=_try_waiting, args=(app,), name="post", daemon=True).start()
    else:
        _try_waiting(app)


def _try_waiting(app: Naru) -> None:
    """The deed is done and committed: a busy database leaves its letters for later."""
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
