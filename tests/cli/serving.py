"""A real server process of the `board` command, to be asked over HTTP and killed."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

BOARD = (sys.executable, "-c", "from board.cli import main; main()")
START_SECONDS = 90


class Server:
    """`board serve` on a free port with its own folder of data."""

    def __init__(self, instance: Path, *options: str, **environment: str) -> None:
        self.port = free_port()
        self.options = options
        self.environment = _environment(instance, PORT=str(self.port)) | environment
        self.process: subprocess.Popen | None = None

    def start(self) -> float:
        """Start and wait for the first answer; the seconds that took."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            (*BOARD, "serve", *self.options),
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        while time.monotonic() - began < START_SECONDS:
            try:
                if self.get("/healthz")[0] == 200:
                    return time.monotonic() - began
            except OSError:
                time.sleep(0.05)
            if self.process.poll() is not None:
                break
        self.kill()
        raise AssertionError(f"the server did not start: {self.process.stdout.read().decode()}")

    def kill(self) -> None:
        """`kill -9` of everything at once."""
        with suppress(ProcessLookupError):
            self.signal(signal.SIGKILL)
        self.process.wait()

    def signal(self, number: int) -> None:
        """Send a signal to every process of the server."""
        os.killpg(self.process.pid, number)

    def stop(self) -> float:
        """Ask it to stop; the seconds that took."""
        began = time.monotonic()
        self.signal(signal.SIGTERM)
        self.process.wait(timeout=25)
        return time.monotonic() - began

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(fields), headers)

    def ask(self, method: str, path: str, body: str | None, headers: dict) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def ask(instance: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run another command of the site to its end."""
    environment = _environment(instance, PORT=str(free_port())) | environment
    return subprocess.run(
        (*BOARD, *command.split()), env=environment, capture_output=True, text=True, timeout=60
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _environment(instance: Path, **more: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
    return inherited | {"BOARD_INSTANCE": str(instance)} | more
