"""Benchmark of release import: time and memory from dropped files to drafts.

`python -m tests.bench speed` uses a new paper on SQLite in a temporary folder; each file goes
through the sandboxed child, as on the site.
"""

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import flask_migrate

from board import create_app
from board.config import Settings
from board.extensions import db
from board.files.sandbox import opened
from board.models import ADMIN, Board, Group, PressRelease, User
from tests.releases.corpus import Photo, Release, releases
from tests.releases.trial import cases
from tests.releases.writing import written

LARGE_SECONDS, LARGE_MEGABYTES = 5, 150
MANY, MANY_SECONDS = 100, 60


def main(_: list[str]) -> int:
    """Prints both figures; 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _written(large(), "hwpx", folder)
        many = [(cases() * 3)[i] for i in range(MANY)]
        files = [_written(case.release, case.format, folder) for case in many]
        with paper(folder) as (board, editor):
            _release_memory()
            before = _memory()
            cpu = _cpu()
            seconds = _imported(file, board, editor)
            cpu = _cpu() - cpu
            grown = _memory() - before
            _say(f"10 pages, 8 photos: {seconds:.1f} s of {LARGE_SECONDS} ({cpu:.1f} s of a core)")
            _say(f"memory of the server: {grown:.0f} MB of {LARGE_MEGABYTES} more")
            cpu = _cpu()
            whole = sum(_imported(file, board, editor) for file in files)
            cpu = _cpu() - cpu
            _say(f"{MANY} releases: {whole:.1f} s of {MANY_SECONDS} ({cpu:.1f} s of a core)")
    return int(seconds > LARGE_SECONDS or grown > LARGE_MEGABYTES or whole > MANY_SECONDS)


def large() -> Release:
    """Ten pages of several releases, with eight photos as a camera makes them."""
    first, *others = (release for release in releases() if "hwpx" in release.formats)
    blocks = [*first.blocks, *(x for other in others[:9] for x in other.blocks)]
    words = [x for x in blocks if not isinstance(x, Photo) and getattr(x, "role", "") != "photos"]
    every = len(words) // 8
    for number in range(8):
        words.insert((number + 1) * every + number, Photo(100 + number))
    return replace(first, name="large", blocks=words)


@contextmanager
def paper(folder: Path) -> Iterator[tuple[Board, User]]:
    """Context manager: a new paper in this folder, with a board and an editor."""
    (folder / "instance").mkdir(mode=0o700)
    app = create_app(Settings.for_tests(folder / "instance"))
    with app.app_context():
        flask_migrate.upgrade()
        group = Group(slug="regions", name="지역소식")
        board = Board(group=group, slug="solnae", name="솔내시")
        editor = User.join("hangyeol", "이한결", "파란 나룻배 열두 척")
        editor.give_role(ADMIN)
        db.session.add(board)
        db.session.commit()
        yield board, editor


def _written(release: Release, format_: str, folder: Path) -> Path:
    name, data = written(release, format_)
    path = folder / name
    path.write_bytes(data)
    return path


def _imported(path: Path, board: Board, editor: User) -> float:
    """Seconds from the file to the draft in the database."""
    start = time.perf_counter()
    with opened(path, path.name) as document:
        PressRelease.of(document, path.name).draft(board=board, by=editor)
        db.session.commit()
    return time.perf_counter() - start


def _release_memory() -> None:
    """Reset the peak memory of this process, on Linux."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _memory() -> float:
    """Peak memory of this process in megabytes."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _cpu() -> float:
    """CPU seconds of this process and its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
