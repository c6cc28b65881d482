"""`python -m tests.bench speed`: how long dropped releases take to become drafts, and how much memory.

A new paper on SQLite in a temporary folder; each file goes through the child, as on the site.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import ADMIN, Article, Board, Group, PressRelease, User
from board.opening import opened
from tests.releases.corpus import Photo, Release, releases
from tests.releases.trial import cases
from tests.releases.writing import written

LARGE_SECONDS, LARGE_MEGABYTES = 5, 150
MANY, MANY_SECONDS = 100, 60


def main(_: list[str]) -> int:
    """Prints both figures; 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder, _paper(Path(folder)) as (board, editor):
        before = _memory()
        seconds = _imported(large(), "hwpx", Path(folder), board, editor)
        grown = _memory() - before
        _say(f"10 pages, 8 photos: {seconds:.1f} s of {LARGE_SECONDS}, {grown:.0f} MB more")
        many = [(cases() * 3)[i] for i in range(MANY)]
        whole = sum(
            _imported(case.release, case.format, Path(folder), board, editor) for case in many
        )
        _say(f"{MANY} releases: {whole:.1f} s of {MANY_SECONDS}")
    missed = seconds > LARGE_SECONDS or grown > LARGE_MEGABYTES or whole > MANY_SECONDS
    return int(missed)


def large() -> Release:
    """Ten pages of several releases, with eight photos as a camera makes them."""
    first, *others = (release for release in releases() if "hwpx" in release.formats)
    blocks = [*first.blocks, *(x for other in others[:9] for x in other.blocks)]
    words = [x for x in blocks if not isinstance(x, Photo) and getattr(x, "role", "") != "photos"]
    every = len(words) // 8
    for number in range(8):
        words.insert((number + 1) * every + number, Photo(100 + number))
    first.blocks = words
    return first


@contextmanager
def _paper(folder: Path) -> Iterator[tuple[Board, User]]:
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


def _imported(release: Release, format_: str, folder: Path, board: Board, editor: User) -> float:
    """Seconds from the file to the draft in the database."""
    name, data = written(release, format_)
    path = folder / name
    path.write_bytes(data)
    start = time.perf_counter()
    with opened(path, name) as document:
        article: Article = PressRelease.of(document, name).draft(board=board, by=editor)
        db.session.commit()
    assert article.id
    return time.perf_counter() - start


def _memory() -> float:
    """The most this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
