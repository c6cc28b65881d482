"""A real IMAP server on this machine, empty, with one account."""

from __future__ import annotations

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.cli.serving import free_port

USER, PASSWORD = "press", "seven-blue-pins"
START_SECONDS = 30


@contextmanager
def running_imap() -> Iterator[ImapServer]:
    server = ImapServer(free_port())
    command = [Path(sys.executable).with_name("pymap"), "--host", "127.0.0.1"]
    command += ["--port", str(server.port), "dict"]
    command += ["--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        server.wait()
        yield server
    finally:
        process.terminate()
        process.wait()


class ImapServer:
    def __init__(self, port: int) -> None:
        self.port = port

    def address(self, password: str = PASSWORD, folder: str = "INBOX") -> str:
        return f"imap://{USER}:{password}@127.0.0.1:{self.port}/{folder}"

    def wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with suppress(OSError, imaplib.IMAP4.error):
                return self.empty()
            time.sleep(0.1)
        raise TimeoutError("the IMAP server did not start")

    def signed_in(self) -> imaplib.IMAP4:
        connection = imaplib.IMAP4("127.0.0.1", self.port, timeout=5)
        connection.login(USER, PASSWORD)
        return connection

    def empty(self) -> None:
        """The letters it comes with are not ours."""
        connection = self.signed_in()
        connection.select("INBOX")
        connection.store("1:*", "+FLAGS", r"(\Deleted)")
        connection.expunge()
        connection.logout()

    def deliver(self, source: bytes, folder: str = "INBOX") -> None:
        connection = self.signed_in()
        connection.append(folder, None, None, source)
        connection.logout()
