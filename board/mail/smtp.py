"""SMTP: hand one mail to the paper's own mail server."""

import re
import smtplib
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from board import clock

SECONDS = 10  # for each step of the talk with the server
STARTTLS, TLS, NONE = "starttls", "tls", "none"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class UndeliveredError(Exception):
    """The mail was not sent; the text is a Korean sentence that says why."""


@dataclass(frozen=True)
class Smtp:
    """An SMTP server's settings. ValueError with one English line when they are invalid."""

    host: str
    sender: str
    port: int = 587
    security: str = STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.host:
            raise ValueError("BOARD_SMTP_HOST is missing; the other BOARD_SMTP_ settings need it.")
        if not is_address(self.sender):
            raise ValueError("BOARD_SMTP_FROM must be an e-mail address: mail comes from there.")
        if self.security not in (STARTTLS, TLS, NONE):
            raise ValueError("BOARD_SMTP_TLS must be starttls, tls or none.")
        if bool(self.user) != bool(self.password):
            raise ValueError("BOARD_SMTP_USER and BOARD_SMTP_PASSWORD belong together.")
        if self.user and self.security == NONE and self.host not in LOOPBACK:
            raise ValueError("BOARD_SMTP_TLS=none would send the password for all to read.")


def is_address(text: str) -> bool:
    """Whether mail can be sent to it; white space and line ends are refused."""
    return bool(ADDRESS.fullmatch(text))


def deliver(smtp: Smtp, to: str, subject: str, body: str, name: str = "") -> None:
    """Send one mail; `name` is shown as the sender's. Raises `UndeliveredError`."""
    letter = _letter(smtp, to, subject, body, name)
    try:
        with _talk(smtp) as server:
            server.send_message(letter, from_addr=smtp.sender, to_addrs=[to])
    except smtplib.SMTPAuthenticationError:
        raise UndeliveredError("메일 서버가 아이디나 비밀번호를 받지 않았습니다.") from None
    except smtplib.SMTPRecipientsRefused:
        raise UndeliveredError("메일 서버가 받는 주소를 받지 않았습니다.") from None
    except (smtplib.SMTPException, OSError) as error:
        said = f"메일 서버에 보내지 못했습니다. ({type(error).__name__})"
        raise UndeliveredError(said) from None


def _letter(smtp: Smtp, to: str, subject: str, body: str, name: str) -> EmailMessage:
    if not is_address(to):
        raise UndeliveredError("메일을 보낼 수 있는 주소가 아닙니다.")
    letter = EmailMessage(policy=SMTP)
    letter["From"] = Address(_one_line(name), addr_spec=smtp.sender)
    letter["To"] = to
    letter["Subject"] = _one_line(subject)
    letter["Date"] = format_datetime(clock.now())
    letter["Message-ID"] = make_msgid(domain=smtp.sender.rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(body, charset="utf-8", cte="base64")
    return letter


def _one_line(text: str) -> str:
    """The text without line ends, which would begin another header."""
    return " ".join(text.split())


@contextmanager
def _talk(smtp: Smtp):
    if smtp.security == TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            smtp.host, smtp.port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(smtp.host, smtp.port, timeout=SECONDS)
    with server:
        if smtp.security == STARTTLS:
            server.starttls(context=ssl.create_default_context())
        if smtp.user:
            server.login(smtp.user, smtp.password)
        yield server
