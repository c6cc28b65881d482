"""A real mail server on this machine that keeps what it is given."""

from __future__ import annotations

import email
import socket
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller

from board.mail.smtp import NONE, Smtp


class Letterbox:
    """`letters` in the order they came; with `refuses` every address is unknown here."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.refuses = False
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def smtp(self) -> Smtp:
        return Smtp("127.0.0.1", "desk@paper.example", self._controller.port, NONE)

    def start(self) -> Letterbox:
        self._controller.start()
        return self

    def stop(self) -> None:
        self._controller.stop()

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        if self.refuses:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        self.letters.append(email.message_from_bytes(envelope.content, policy=default))
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
