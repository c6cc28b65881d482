"""Inbox: messages of a real IMAP server and a Maildir stay unread until they are stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from board.files.limits import LARGEST_LETTER
from board.mail import inbox
from board.mail.inbox import MailboxError, mailbox_at
from tests.support.imap import ImapServer, running_imap

LETTER = "Subject: 솔내시 보도자료\r\n\r\n강변 산책로가 열립니다.\r\n".encode()


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    with running_imap() as running:
        yield running


@pytest.fixture
def imap(server: ImapServer) -> ImapServer:
    server.empty()
    return server


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    for part in ("new", "cur", "tmp"):
        (tmp_path / part).mkdir()
    return tmp_path


def sources(address: str) -> list[bytes]:
    with mailbox_at(address) as opened:
        return [letter.source for letter in opened.unread(LARGEST_LETTER)]


def test_a_letter_comes_back_until_it_is_marked_as_read(imap: ImapServer):
    imap.deliver(LETTER)
    with mailbox_at(imap.address()) as opened:
        [letter] = opened.unread(LARGEST_LETTER)
    assert letter.source == LETTER
    with mailbox_at(imap.address()) as opened:
        [again] = opened.unread(LARGEST_LETTER)
        again.mark_read()
    assert sources(imap.address()) == []


def test_letters_come_in_the_order_they_arrived(imap: ImapServer):
    for number in range(3):
        imap.deliver(LETTER + b"%d" % number)
    assert [source[-1:] for source in sources(imap.address())] == [b"0", b"1", b"2"]


def test_a_folder_may_have_a_korean_name(imap: ImapServer):
    connection = imap.signed_in()
    connection.create('"&vPSzxA- &vBvHTA-"')  # 보도 받음
    connection.append('"&vPSzxA- &vBvHTA-"', None, None, LETTER)
    assert sources(imap.address(folder="%EB%B3%B4%EB%8F%84%20%EB%B0%9B%EC%9D%8C")) == [LETTER]


def test_of_a_mail_above_the_size_limit_only_the_beginning_is_read(imap, maildir, monkeypatch):
    monkeypatch.setattr(inbox, "BEGINNING", 8)
    imap.deliver(LETTER)
    (maildir / "new" / "1.host").write_bytes(LETTER)
    for address in (imap.address(), f"maildir:{maildir}"):
        with mailbox_at(address) as opened:
            [letter] = opened.unread(10)
            assert not letter.is_whole and letter.source == b"Subject:"


def test_a_wrong_password_a_missing_folder_and_a_silent_server_are_told_apart(imap: ImapServer):
    with pytest.raises(MailboxError, match="로그인"):
        sources(imap.address(password="wrong"))
    with pytest.raises(MailboxError, match="메일함 ‘없음’"):
        sources(imap.address(folder="%EC%97%86%EC%9D%8C"))
    with pytest.raises(MailboxError, match="닿지 않습니다"):
        sources("imap://press:secret@127.0.0.1:1/INBOX")


def test_a_maildir_is_read_and_marked_as_mail_programs_do(maildir: Path):
    (maildir / "new" / "2.host").write_bytes(LETTER)
    (maildir / "cur" / "1.host:2,F").write_bytes(b"first")
    (maildir / "cur" / "0.host:2,RS").write_bytes(b"read")
    with mailbox_at(f"maildir:{maildir}") as opened:
        letters = list(opened.unread(LARGEST_LETTER))
        assert [letter.source for letter in letters] == [b"first", LETTER]
        for letter in letters:
            letter.mark_read()
    names = sorted(file.name for file in (maildir / "cur").iterdir())
    assert names == ["0.host:2,RS", "1.host:2,FS", "2.host:2,S"]


def test_a_folder_that_is_no_maildir_is_named(tmp_path: Path):
    with pytest.raises(MailboxError, match="maildir"):
        sources(f"maildir:{tmp_path}")


@pytest.mark.parametrize(
    "address",
    ["", "imaps://mail.example", "imap://press:secret@mail.example", "maildir:box", "pop://a:b@c"],
)
def test_an_address_that_cannot_be_right_is_refused(address: str):
    with pytest.raises(ValueError, match=r"imaps://"):
        mailbox_at(address)
