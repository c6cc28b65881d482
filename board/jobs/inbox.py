"""Mail import: each message becomes a draft and is committed before it is marked as read."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from board.application import current_app
from board.extensions import db
from board.files.limits import LARGEST_LETTER
from board.files.storage import storage
from board.mail.inbox import InboxMessage, MailboxError, mailbox_at
from board.models import Arriving, Article, Batch, Board, Fetch, Mail, User, each_of
from board.text.documents import Enclosed
from board.text.korean import file_size

TOO_LARGE = (
    f"{file_size(LARGEST_LETTER)}가 넘는 메일이라 열지 않았습니다. "
    "메일 프로그램에서 첨부를 내려받아 올려 주세요."
)


@dataclass(frozen=True)
class Fetched:
    """A fetched message and the draft it became; `mail.problem` says why there is none."""

    mail: Mail
    draft: Article | None


def fetch(by: User) -> Iterator[Fetched]:
    """Fetch each unread message, committed one by one. Every attempt is logged, failed ones too.

    Nothing is locked while we talk to the mail server. Raises `MailboxError`, a Korean sentence, when
    the mailbox cannot be read (any further).
    """
    letters = 0
    db.session.commit()
    try:
        with mailbox_at(current_app.settings.inbox) as mailbox:
            for letter in mailbox.unread(LARGEST_LETTER):
                fetched = _once(letter, by)
                letter.mark_read()
                letters += bool(fetched)
                for each in fetched:
                    yield each
                    db.session.commit()  # what was looked up of it
    except MailboxError as error:
        db.session.rollback()
        _note(letters, str(error))
        raise
    _note(letters)


def _note(letters: int, problem: str = "") -> None:
    Fetch.note(letters, problem)
    db.session.commit()


def _once(letter: InboxMessage, by: User) -> list[Fetched]:
    """Import a message once, even if the timer and an editor fetch at the same moment."""
    try:
        return _take_in(letter, by)
    except IntegrityError:
        if not Mail.is_known(letter.source):
            raise
        return []
    finally:
        db.session.rollback()


def _take_in(letter: InboxMessage, by: User) -> list[Fetched]:
    """Import a message, each release in it; none if it was imported before, but not marked as
    read."""
    is_known = Mail.is_known(letter.source)
    db.session.commit()  # reading takes seconds, in which nothing may be locked
    if is_known:
        return []
    if not letter.is_whole:
        with db.session.begin():
            return [Fetched(_noted(letter, TOO_LARGE), None)]
    with storage().scratch() as folder:
        (folder / "mail").write_bytes(letter.source)
        for arriving in each_of([Enclosed("mail.eml", folder / "mail")]):
            with db.session.begin():
                fetched = _landed(letter, arriving, by)
    return fetched


def _landed(letter: InboxMessage, arriving: Arriving, by: User) -> list[Fetched]:
    mail = _noted(letter)
    if db.session.scalar(Board.in_order().limit(1)) is None:
        raise MailboxError("글을 넣을 게시판이 없습니다. 게시판을 만든 뒤 메일을 받아 주세요.")
    batch = Batch(mail.board, by, f"mail:{mail.id}")
    arrivals = [batch.land(each) for each in arriving.each]
    mail.problem = " ".join(each.problem for each in arrivals if each.problem)
    for arrival in arrivals:
        if arrival.article is not None and arrival.article.origin is not None:
            arrival.article.origin.mail = mail
    return [Fetched(mail, arrival.article) for arrival in arrivals]


def _noted(letter: InboxMessage, problem: str = "") -> Mail:
    server = current_app.settings.inbox_server
    return Mail.note(letter.source, server, problem)
