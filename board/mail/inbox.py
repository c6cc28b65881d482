"""Inbox for press releases: an IMAP account, or a Maildir on this machine.

A message stays unread until its caller marks it as read, after its content is safe in the database:
a machine that crashes in between finds it again.

    with mailbox_at("imaps://press:secret@mail.example/INBOX") as mailbox:
        for letter in mailbox.unread(largest=60_000_000):
            keep(letter.source)
            letter.mark_read()
"""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

BEGINNING = 16 * 1024  # bytes: sender, subject and date stand there
PATIENCE = 30  # seconds without a word from the server
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORTS = {"imap": 143, "imaps": 993}
REFUSED = (
    "메일 서버가 로그인을 받아 주지 않습니다. BOARD_INBOX의 아이디와 비밀번호를 확인해 주세요."
)


class MailboxError(Exception):
    """The mailbox cannot be read; the text is a Korean sentence for the newsroom."""


@dataclass(frozen=True)
class InboxMessage:
    """A received message; `source` is only the beginning if it is above the size limit."""

    source: bytes
    is_whole: bool
    mark_read: Callable[[], None]


def mailbox_at(address: str) -> "ImapMailbox | MaildirMailbox":
    """The mailbox at `imaps://user:password@host[:port]/folder` or `maildir:/path`.

    ValueError, in English like all errors of settings, when the address is neither.
    """
    parts = urlsplit(address)
    if parts.scheme == "maildir" and parts.path.startswith("/"):
        return MaildirMailbox(Path(unquote(parts.path)))
    if parts.scheme in PORTS and parts.hostname and parts.username and parts.password:
        if parts.scheme == "imap" and parts.hostname not in LOOPBACK:
            raise ValueError("imap:// sends the password in the open; use imaps://")
        return ImapMailbox(parts)
    raise ValueError("it must look like imaps://user:password@host/INBOX or maildir:/path")


class ImapMailbox:
    def __init__(self, parts: SplitResult) -> None:
        self.host = parts.hostname or ""
        self.port = parts.port or PORTS[parts.scheme]
        self.is_secure = parts.scheme == "imaps"
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        self.folder = unquote(parts.path.strip("/")) or "INBOX"

    def __enter__(self) -> "ImapMailbox":
        try:
            self.connection = self._connect()
            self.connection.login(self.user, self.password)
            self._ask("select", _quoted(_modified_utf7(self.folder)))
        except imaplib.IMAP4.error as error:
            self.__exit__()
            raise MailboxError(REFUSED) from error
        except OSError as error:
            raise MailboxError(
                f"메일 서버({self.host})에 닿지 않습니다. 인터넷과 설정을 확인해 주세요."
            ) from error
        except MailboxError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        if connection := getattr(self, "connection", None):
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()

    def unread(self, largest: int) -> Iterator[InboxMessage]:
        """Unread messages, oldest first; whole up to `largest` bytes."""
        for number in self._ask("uid", "SEARCH", "UNSEEN")[0].split():
            uid = number.decode("ascii")
            size = self._size(uid)
            is_whole = size is not None and size <= largest
            source = self._fetch(uid, "BODY.PEEK[]" + ("" if is_whole else f"<0.{BEGINNING}>"))
            yield InboxMessage(source, is_whole, partial(self._mark, uid))

    def _connect(self) -> imaplib.IMAP4:
        if self.is_secure:
            context = ssl.create_default_context()
            return imaplib.IMAP4_SSL(self.host, self.port, ssl_context=context, timeout=PATIENCE)
        return imaplib.IMAP4(self.host, self.port, timeout=PATIENCE)

    def _size(self, uid: str) -> int | None:
        """Bytes of a letter; None when the server does not say."""
        told = b" ".join(map(bytes, self._ask("uid", "FETCH", uid, "(RFC822.SIZE)")))
        size = re.search(rb"RFC822\.SIZE (\d+)", told)
        return int(size[1]) if size else None

    def _fetch(self, uid: str, what: str) -> bytes:
        answers = self._ask("uid", "FETCH", uid, f"({what})")
        return next((part[1] for part in answers if isinstance(part, tuple)), b"")

    def _mark(self, uid: str) -> None:
        self._ask("uid", "STORE", uid, "+FLAGS.SILENT", r"(\Seen)")

    def _ask(self, command: str, *words: str) -> list:
        """Send a command and return the answer; `MailboxError` when it is not OK or missing."""
        try:
            status, answers = getattr(self.connection, command)(*words)
        except (imaplib.IMAP4.error, OSError) as error:
            raise MailboxError(
                "메일을 받다가 연결이 끊겼습니다. 나머지는 다음에 받습니다."
            ) from error
        if status != "OK":
            raise MailboxError(
                f"메일함 ‘{self.folder}’을 열 수 없습니다. BOARD_INBOX 설정을 확인해 주세요."
            )
        return [answer for answer in answers if answer is not None]


class MaildirMailbox:
    """Files below `new` and `cur`; the flag S in a file's name means that it was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> "MaildirMailbox":
        if not all((self.folder / part).is_dir() for part in ("new", "cur")):
            raise MailboxError(
                f"‘{self.folder.name}’은 메일함(maildir)이 아닙니다. BOARD_INBOX 설정을 확인해 주세요."
            )
        return self

    def __exit__(self, *_) -> None:
        """Nothing to close."""

    def unread(self, largest: int) -> Iterator[InboxMessage]:
        """Unread messages, by the time in their names; whole up to `largest` bytes."""
        files = [*(self.folder / "new").iterdir(), *(self.folder / "cur").iterdir()]
        for file in sorted(files, key=lambda file: file.name):
            if file.is_file() and not file.name.startswith(".") and "S" not in _flags(file):
                is_whole = file.stat().st_size <= largest
                with file.open("rb") as opened:
                    source = opened.read() if is_whole else opened.read(BEGINNING)
                yield InboxMessage(source, is_whole, partial(self._mark, file))

    def _mark(self, file: Path) -> None:
        name = file.name.partition(":")[0]
        flags = "".join(sorted({*_flags(file), "S"}))
        file.rename(self.folder / "cur" / f"{name}:2,{flags}")


def _flags(file: Path) -> str:
    return file.name.partition(":2,")[2]


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _modified_utf7(name: str) -> str:
    """Modified UTF-7 of a folder's name: Korean in base64 between & and - (RFC 3501, 5.1.3)."""

    def written(run: re.Match[str]) -> str:
        return run[0].encode("utf-7").decode("ascii").replace("+", "&").replace("/", ",")

    return re.sub(r"[^\x20-\x7e]+", written, name.replace("&", "&-"))
