"""The proxies of the README in front of a server, with its own examples."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.cli.serving import free_port
from tests.house.imports import ROOT

START_SECONDS = 20


@contextmanager
def behind(proxy: str, port: int, folder: Path) -> Iterator[int]:
    """Context manager: the port of this proxy ("nginx", "caddy", or "" for none)."""
    if not proxy:
        yield port
        return
    if shutil.which(proxy) is None:
        raise SystemExit(f"{proxy} is not installed.")
    front = free_port()
    command = _command(proxy, _example(proxy), port, front, folder)
    homes = {
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
    }  # Caddy keeps things there
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env={**os.environ, **homes})
    try:
        _wait(front)
        yield front
    finally:
        process.terminate()
        process.wait()


def _example(proxy: str) -> str:
    """The README's example: the block below the sentence that names the proxy."""
    text = (ROOT / "README.md").read_text("utf-8")
    return re.search(rf"With {proxy}:\n+```\w*\n(.*?)```", text, re.S | re.I)[1]


def _command(proxy: str, example: str, port: int, front: int, folder: Path) -> list[str]:
    """Its command line. Of the example only addresses, certificates and ports are changed."""
    example = example.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    config = folder / f"{proxy}.conf"
    if proxy == "caddy":
        options = "{\n    admin off\n    auto_https off\n}\n"
        config.write_text(options + example.replace("paper.example", f"http://:{front}"))
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(config)]
    example = re.sub(r" *ssl_certificate.*\n", "", example)
    example = example.replace("listen 443 ssl", f"listen 127.0.0.1:{front}")
    where = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config.write_text(
        f"pid {folder}/nginx.pid; daemon off; error_log stderr;\n"
        f"events {{ worker_connections 2048; }}\nhttp {{\naccess_log off;\n{where}{example}}}\n"
    )
    return ["nginx", "-p", str(folder), "-c", str(config)]


def _wait(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise SystemExit("The proxy did not start.")
