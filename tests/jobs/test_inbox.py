"""Mail import from a real IMAP server: complete, once, and with the sender's authenticity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

import pytest

from board.extensions import db
from board.jobs import inbox
from board.mail.inbox import MailboxError
from board.models import Article, Fetch, Mail, PressOffice
from tests.support.files import picture
from tests.support.imap import ImapServer, running_imap

OUR_SERVER = "mx.paper.example"
STORY = "솔내시는 오는 3일부터 강변 산책로 2km 구간을 시민에게 연다고 밝혔다. " * 4


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    with running_imap() as running:
        yield running


@pytest.fixture
def imap(server: ImapServer, app) -> ImapServer:
    server.empty()
    app.settings = replace(app.settings, inbox=server.address(), inbox_server=OUR_SERVER)
    return server


def letter(number: int = 1, *, vouched: bool = False, body: str = STORY) -> EmailMessage:
    mail = EmailMessage()
    if vouched:
        mail["Authentication-Results"] = f"{OUR_SERVER}; dkim=pass header.d=solnae.example"
    mail["From"] = "솔내시 공보실 <press@solnae.example>"
    mail["Subject"] = "솔내 강변 산책로, 3일 문을 엽니다"
    mail["Message-ID"] = f"<{number}@solnae.example>"
    mail.set_content(body)
    return mail


def fetch(by) -> list[inbox.Fetched]:
    return list(inbox.fetch(by=by))


def test_a_letter_becomes_a_draft_with_its_photo_on_its_offices_board(imap, admin, board):
    PressOffice.add("솔내시 공보실", "solnae.example", board, by=admin)
    mail = letter(vouched=True)
    mail.add_attachment(picture().read(), maintype="image", subtype="jpeg", filename="길.jpg")
    imap.deliver(mail.as_bytes())
    [fetched] = fetch(admin)
    assert fetched.draft.board is board and fetched.draft.is_draft
    assert "강변 산책로 2km" in fetched.draft.body and len(fetched.draft.photos) == 1
    assert fetched.draft.origin.mail is fetched.mail and fetched.mail.is_trusted
    assert fetched.draft.origin.sender == "솔내시 공보실"


def test_nothing_comes_twice_even_when_the_mark_was_lost(imap, admin, board):
    imap.deliver(letter().as_bytes())
    fetch(admin)
    assert fetch(admin) == []
    imap.deliver(letter().as_bytes())  # as after a crash between the commit and the mark
    assert fetch(admin) == []
    assert db.session.scalar(db.select(db.func.count()).select_from(Article)) == 1


def test_two_who_fetch_at_once_make_one_draft(imap, admin, board, monkeypatch):
    imap.deliver(letter().as_bytes())
    fetch(admin)
    imap.deliver(letter().as_bytes())
    seen = [False, True]  # the first look was before the other's commit
    monkeypatch.setattr(Mail, "is_known", lambda _source: seen.pop(0))
    assert fetch(admin) == [] and seen == []
    assert db.session.scalar(db.select(db.func.count()).select_from(Article)) == 1


def test_a_forged_sender_is_not_trusted(imap, admin, board):
    PressOffice.add("솔내시 공보실", "solnae.example", board, by=admin)
    imap.deliver(letter().as_bytes())
    [fetched] = fetch(admin)
    assert not fetched.mail.is_trusted and "확인되지 않은" in fetched.mail.standing


def test_a_letter_that_says_nothing_is_named_and_put_aside(imap, admin, board, visit):
    imap.deliver(letter(body="").as_bytes())
    imap.deliver(letter(2).as_bytes())
    fetched = fetch(admin)
    assert [each.draft is None for each in fetched] == [True, False]
    desk = visit(admin)
    assert fetched[0].mail.problem in desk.get("/newsroom").text
    desk.submit(f"/newsroom/mails/{fetched[0].mail.id}/dismissal")
    assert "읽지 못한 메일" not in desk.get("/newsroom").text


def test_a_mailbox_that_cannot_be_opened_is_told_on_the_desk(imap, app, admin, board, visit):
    app.settings = replace(app.settings, inbox=imap.address(password="wrong"))
    with pytest.raises(MailboxError):
        fetch(admin)
    assert db.session.scalar(Fetch.last()).problem
    page = visit(admin).get("/newsroom").text
    assert "메일 받기 실패" in page and "로그인을 받아 주지 않습니다" in page


def test_mail_stays_unread_while_there_is_no_board(imap, admin):
    imap.deliver(letter().as_bytes())
    with pytest.raises(MailboxError, match="게시판"):
        fetch(admin)
    assert db.session.scalar(db.select(Mail.id)) is None


def test_a_mail_above_the_size_limit_keeps_its_subject(imap, admin, board, monkeypatch):
    monkeypatch.setattr("board.jobs.inbox.LARGEST_LETTER", 100)
    imap.deliver(letter().as_bytes())
    [fetched] = fetch(admin)
    assert fetched.mail.subject.startswith("솔내 강변") and "60 MB" in fetched.mail.problem
