"""Mails about requests: their texts, and which are due after which action."""

from dataclasses import dataclass

from flask import render_template

from board.application import current_app
from board.mail.smtp import is_address
from board.models import CorrectionRequest, OutgoingMail, Receipted, TakedownRequest
from board.notifications.delivery import send_after_commit

ASKER, WRITER, NOBODY = "asker", "writer", ""


@dataclass(frozen=True)
class MailKind:
    """A kind of mail: its name, template, recipient side, and the states of a request in which it
    is due."""

    name: str
    template: str
    side: str = ASKER
    states: tuple[str, ...] = ()


LETTERS: dict[type[Receipted], dict[str, MailKind]] = {
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
        "objected": MailKind("이의 신청 통지 (신청인)", "mail/takedown_objected.txt"),
        "kept": MailKind("이의 신청에 대한 답 (글쓴이)", "mail/takedown_kept.txt", WRITER),
        "settled": MailKind("결과 통지 (신청인)", "mail/takedown_settled.txt"),
        "settled_writer": MailKind(
            "결과 통지 (글쓴이)", "mail/takedown_settled_writer.txt", WRITER
        ),
    },
}

ENDED = ("settled", "settled_writer")
# The letters that are written when something was done with a request.
AFTER: dict[type[Receipted], dict[str, tuple[str, ...]]] = {
    CorrectionRequest: {
        "receive": ("received",),
        "accept": ("accepted",),
        "decline": ("declined",),
        "publish": ("published",),
    },
    TakedownRequest: {
        "receive": ("received",),
        "accept": ("hidden", "notice"),
        "decline": ("declined",),
        "object": ("objected",),
        "keep": ("kept",),
        "restore": ENDED,
        "remove": ENDED,
    },
}


@dataclass(frozen=True)
class Letter:
    """A mail ready to send. `to` is an e-mail address or empty."""

    kind: str
    name: str
    to: str
    subject: str
    body: str


def letter(kind: str, sent: Receipted) -> Letter:
    """The mail of this kind about this request."""
    written = LETTERS[type(sent)][kind]
    text = render_template(written.template, sent=sent).strip()
    subject, _, body = text.partition("\n")
    to = _address(written.side, sent)
    return Letter(kind, written.name, to, subject.strip(), body.strip() + "\n")


def letters_about(sent: Receipted) -> list[Letter]:
    """The mails that are due in the request's current state."""
    kinds = LETTERS[type(sent)].items()
    return [letter(kind, sent) for kind, written in kinds if sent.state in written.states]


def letter_names(sent: Receipted) -> dict[str, MailKind]:
    """{key: kind} of the mails about such a request."""
    return LETTERS[type(sent)]


def tell_of_request(sent: Receipted, deed: str) -> None:
    """Queue the mails that are due after this action, in its transaction."""
    for kind in AFTER[type(sent)].get(deed, ()):
        _enclose(kind, sent)


def _enclose(kind: str, sent: Receipted) -> None:
    """Queue the mail.

    Without a mail server or an address it is not sent; but of a request that keeps its mails it is
    stored all the same.
    """
    written = letter(kind, sent)
    to = written.to if current_app.settings.smtp is not None else ""
    if to or sent.keeps_letters:
        parts = {"to": to, "subject": written.subject, "body": written.body}
        sent.mails.append(OutgoingMail(kind=kind, **parts))
    if to:
        send_after_commit()


def _address(side: str, sent: Receipted) -> str:
    contact = sent.contact if side == ASKER else sent.writer_contact if side == WRITER else ""
    return contact if is_address(contact) else ""
