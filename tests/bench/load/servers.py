"""Servers of their own process group, whose CPU time, memory and switches can be read from /proc."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.house.imports import ROOT

TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PATIENCE = 60  # seconds until a server answers


class Server:
    """A started server and all its children, and the database's if it has one of its own."""

    def __init__(self, process: subprocess.Popen, port: int, database: int | None) -> None:
        self.process, self.port, self.database = process, port, database

    def cpu(self) -> float:
        """Seconds of CPU, user and system, that all its processes have used so far."""
        return sum(_cpu(pid) for pid in self.pids())

    def memory(self) -> float:
        """Megabytes held by all its processes: the proportional set size, so that what workers
        share counts once."""
        return sum(_memory(pid) for pid in _tree(self.process.pid))

    def switches(self) -> int:
        """How often a thread gave up the processor by itself so far: voluntary context switches."""
        return sum(_switches(pid) for pid in _tree(self.process.pid))

    def pids(self) -> list[int]:
        own = _tree(self.process.pid)
        return own + (_tree(self.database) if self.database else [])


@contextmanager
def granian(
    target: str,
    *,
    interface: str = "wsgi",
    workers: int = 1,
    environment: dict[str, str] | None = None,
    database: int | None = None,
) -> Iterator[Server]:
    """Granian with `target` ("module:name"). `database` is the process id of a PostgreSQL that
    serves nobody else."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", interface, "--log-level", "error"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    command += ["--backlog", "1024", target]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), **(environment or {})},
        start_new_session=True,
    )
    try:
        _wait(port, process)
        yield Server(process, port, database)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _wait(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with suppress(URLError, ConnectionError, TimeoutError):
            urlopen(f"http://127.0.0.1:{port}/", timeout=20).close()
            return
        time.sleep(0.1)
    raise SystemExit("A server that was to be measured did not start.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _tree(pid: int) -> list[int]:
    pids = [pid]
    for each in pids:
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                pids += map(int, (task / "children").read_text().split())
    return pids


def _cpu(pid: int) -> float:
    """Its own time and that of its children that have ended."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICK
    return 0.0


def _memory(pid: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _switches(pid: int) -> int:
    total = 0
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total
