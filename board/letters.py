"""The paper's letters about a request: their words, and their way into the post."""

import logging
import threading
from dataclasses import dataclass

from flask import Flask, current_app, render_template

from board.extensions import db
from board.models import CorrectionRequest, OutgoingMail
from board.post import UndeliveredError, deliver, is_address
from board.templating import site

logger = logging.getLogger(__name__)

# What each is called, where its words stand, and the states of a request in which it is due.
LETTERS = {
    "received": ("접수 통지", "post/received.txt", ("open",)),
    "accepted": ("수락 통지", "post/accepted.txt", ("accepted",)),
    "declined": ("거절 통지", "post/declined.txt", ("declined",)),
    "published": ("게재 통지", "post/published.txt", ("published",)),
    "note": ("기자와 자료 제공처에 알리는 글", "post/note.txt", ("open", "accepted", "declined")),
}


@dataclass(frozen=True)
class Letter:
    """Ready to send. `to` is an e-mail address or empty."""

    kind: str
    name: str
    to: str
    subject: str
    body: str


def letter(kind: str, sent: CorrectionRequest) -> Letter:
    """The letter of this kind about this request."""
    name, template, _states = LETTERS[kind]
    subject, _, body = render_template(template, sent=sent).strip().partition("\n")
    to = sent.contact if kind != "note" and is_address(sent.contact) else ""
    return Letter(kind, name, to, subject.strip(), body.strip() + "\n")


def letters_about(sent: CorrectionRequest) -> list[Letter]:
    """Those that are due as the request now stands."""
    return [letter(kind, sent) for kind, (_, _, states) in LETTERS.items() if sent.state in states]


def enclose(kind: str, sent: CorrectionRequest) -> None:
    """Put the letter into the post, in the transaction of the deed it tells of.

    Nothing is put there while no mail server is set, or when the contact is not an address.
    """
    written = letter(kind, sent)
    if current_app.settings.smtp is not None and written.to:
        parts = {"to": written.to, "subject": written.subject, "body": written.body}
        db.session.add(OutgoingMail(request_id=sent.id, kind=kind, **parts))


def post_soon() -> None:
    """Send what waits, after the commit and beside the answer: nobody waits for a mail server."""
    if current_app.settings.smtp is None:
        return
    app = current_app._get_current_object()
    if current_app.settings.flush_seconds:
        threading.Thread(target=post_waiting, args=(app,), name="post", daemon=True).start()
    else:
        post_waiting(app)


def post_waiting(app: Flask) -> tuple[int, int]:
    """Try every letter that waits, each in transactions of its own: (sent, failed)."""
    sent = failed = 0
    with app.app_context():
        name = site().publisher.name
        ids = list(db.session.scalars(OutgoingMail.waiting().with_only_columns(OutgoingMail.id)))
        db.session.commit()
        for mail_id in ids:
            if (mail := OutgoingMail.take(mail_id)) is None:
                continue
            db.session.commit()  # no transaction is open while we talk to the server
            if _post(app, mail, name):
                sent += 1
            else:
                failed += 1
            db.session.commit()
    return sent, failed


def _post(app: Flask, mail: OutgoingMail, name: str) -> bool:
    to, subject, body = mail.to, mail.subject, mail.body
    db.session.commit()
    try:
        deliver(app.settings.smtp, to, subject, body, name=name)
    except UndeliveredError as error:
        logger.warning("a letter did not go out: %s", error)
        mail.came_back(str(error))
        return False
    mail.was_sent()
    return True
