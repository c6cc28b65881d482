"""Chromium for the browser tests: find one, or install one.

The one that came with the tools is preferred: it is the same for everybody and, built without
windows, takes two thirds of the work. Run as a program it prints the browser's path on standard
output and everything else on standard error; it ends with 1 and a sentence when there is none to
be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.tools import node

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# What a browser does of its own accord only disturbs a test.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)


class NoChromiumError(Exception):
    """No Chromium could be found or installed; the text says what to do."""


def find() -> str:
    """The path of a Chromium that starts, without installing anything.

    Raises NoChromiumError when there is none.
    """
    if named := os.environ.get("BOARD_CHROMIUM"):
        if starts(named):
            return named
        raise NoChromiumError(f"BOARD_CHROMIUM names {named}, which does not start.")
    for path in already_here():
        if starts(path):
            return path
    raise NoChromiumError("No Chromium here. `make test` installs one, or set BOARD_CHROMIUM.")


def find_or_install() -> str:
    """The path of a Chromium that starts, fetched in one of two ways if need be.

    Raises NoChromiumError when nothing helped, or when BOARD_CHROMIUM names a broken one.
    """
    try:
        return find()
    except NoChromiumError:
        if "BOARD_CHROMIUM" in os.environ:
            raise
    for install in (install_with_playwright, install_with_apt):
        say(f"No Chromium yet: {install.__name__.replace('_', ' ')} …")
        install()
        for path in already_here():
            if starts(path):
                return path
    raise NoChromiumError(
        "No Chromium was found and none could be installed. "
        "Install Chromium or Chrome, or set BOARD_CHROMIUM to its path, and run `make test` again."
    )


def arguments() -> list[str]:
    """The switches every test browser is started with."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if root else [])]  # its sandbox refuses to run as root


def already_here() -> Iterator[str]:
    if path := node.chromium():
        yield path
    for name in SYSTEM_NAMES:
        if path := shutil.which(name):
            yield path
    for path in (*MAC_APPLICATIONS, playwrights_own()):
        if Path(path).exists():
            yield path


def starts(path: str) -> bool:
    """Whether a browser starts: a downloaded one may lack a system library."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(executable_path=path, args=arguments()).close()
        except Error:
            return False
    return True


def playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install_with_playwright() -> None:
    runs([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])


def install_with_apt() -> None:
    apt("chromium")


def install_korean_font() -> None:
    """Install a Korean font; without one, Hangul is drawn as empty boxes."""
    fonts = shutil.which("fc-list")
    if sys.platform != "linux" or (fonts and subprocess.check_output([fonts, ":lang=ko"])):
        return
    if not apt("fonts-nanum"):
        say("No Korean font here: pictures of the pages will show empty boxes.")


def apt(package: str) -> bool:
    if not shutil.which("apt-get"):
        return False
    root = os.geteuid() == 0
    if not root and not (shutil.which("sudo") and runs(["sudo", "-n", "true"], quiet=True)):
        return False
    command = [*([] if root else ["sudo", "-n"]), "apt-get"]
    install = [*command, "install", "-y", "--no-install-recommends", package]
    return runs(install) or (runs([*command, "update"]) and runs(install))


def runs(command: list[str], *, quiet: bool = False) -> bool:
    """Whether the command exists and ends well; its words go to standard error."""
    if not shutil.which(command[0]):
        return False
    output = subprocess.DEVNULL if quiet else sys.stderr
    try:
        done = subprocess.run(command, stdout=output, stderr=output, timeout=900, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{find_or_install()}\n")
    except NoChromiumError as problem:
        sys.exit(str(problem))
    install_korean_font()
