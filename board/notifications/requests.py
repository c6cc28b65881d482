"""The paper's letters about a request: their words, and their way into the post."""

import logging
import threading
from dataclasses import dataclass

from flask import Flask, render_template

from board.application import application, current_app
from board.extensions import db
from board.mail.smtp import UndeliveredError, deliver, is_address
from board.models import CorrectionRequest, OutgoingMail, Receipted, TakedownRequest
from board.pages.templating import site

logger = logging.getLogger(__name__)

ASKER, WRITER, NOBODY = "asker", "writer", ""


@dataclass(frozen=True)
class MailKind:
    """What a letter is called, where its words stand, to which side it goes, and the states of a
    request in which it is due."""

    name: str
    template: str
    side: str = ASKER
    states: tuple[str, ...] = ()


LETTERS = {
    CorrectionRequest: {
        "received": MailKind("접수 통지", "mail/received.txt", states=("open",)),
        "accepted": MailKind("수락 통지", "mail/accepted.txt", states=("accepted",)),
        "declined": MailKind("거절 통지", "mail/declined.txt", states=("declined",)),
        "published": MailKind("게재 통지", "mail/published.txt", states=("published",)),
        "note": MailKind(
            "기자와 자료 제공처에 알리는 글",
            "mail/note.txt",
            side=NOBODY,
            states=("open", "accepted", "declined"),
        ),
    },
    TakedownRequest: {
        "received": MailKind("접수 통지 (신청인)", "mail/takedown_received.txt"),
        "declined": MailKind("거절 통지 (신청인)", "mail/takedown_declined.txt"),
        "hidden": MailKind("조치 통지 (신청인)", "mail/takedown_hidden.txt"),
        "notice": MailKind("조치 통지 (글쓴이)", "mail/takedown_notice.txt", WRITER),
        "objected": MailKind("이의 통지 (신청인)", "mail/takedown_objected.txt"),
        "kept": MailKind("이의에 대한 답 (글쓴이)", "mail/takedown_kept.txt", WRITER),
        "settled": MailKind("결과 통지 (신청인)", "mail/takedown_settled.txt"),
        "settled_writer": MailKind(
            "결과 통지 (글쓴이)", "mail/takedown_settled_writer.txt", WRITER
        ),
    },
}


@dataclass(frozen=True)
class Letter:
    """Ready to send. `to` is an e-mail address or empty."""

    kind: str
    name: str
    to: str
    subject: str
    body: str


def letter(kind: str, sent: Receipted) -> Letter:
    """The letter of this kind about this request."""
    written = LETTERS[type(sent)][kind]
    text = render_template(written.template, sent=sent).strip()
    subject, _, body = text.partition("\n")
    to = _address(written.side, sent)
    return Letter(kind, written.name, to, subject.strip(), body.strip() + "\n")


def letters_about(sent: Receipted) -> list[Letter]:
    """Those that are due as the request now stands."""
    kinds = LETTERS[type(sent)].items()
    return [letter(kind, sent) for kind, written in kinds if sent.state in written.states]


def letter_names(sent: Receipted) -> dict[str, MailKind]:
    """The kinds of letters there are about such a request, each with its name and its side."""
    return LETTERS[type(sent)]


def enclose(kind: str, sent: Receipted) -> None:
    """Put the letter into the post, in the transaction of the deed it tells of.

    While no mail server is set, or when there is no address to send it to, nothing is put there;
    but of a request that keeps its letters it is written down all the same.
    """
    written = letter(kind, sent)
    to = written.to if current_app.settings.smtp is not None else ""
    if to or sent.keeps_letters:
        parts = {"to": to, "subject": written.subject, "body": written.body}
        sent.mails.append(OutgoingMail(kind=kind, **parts))


def post_soon() -> None:
    """Send what waits, after the commit and beside the answer: nobody waits for a mail server."""
    if current_app.settings.smtp is None:
        return
    app = application()
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


def _address(side: str, sent: Receipted) -> str:
    contact = sent.contact if side == ASKER else sent.writer_contact if side == WRITER else ""
    return contact if is_address(contact) else ""
