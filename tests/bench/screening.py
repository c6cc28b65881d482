"""Benchmark of comment screening, without the time spent in the database.

`python -m tests.bench screening`: the comments of the sample paper, each screened as a guest's, on
SQLite or on the database in $BOARD_BENCH_DATABASE: milliseconds without those spent inside the
database, of the whole and of each phase. Then the same with ten thousand words more in the list.
"""

import os
import random
import statistics
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from flask_migrate import upgrade
from sqlalchemy import event

from board import create_app
from board.config import ROOT, Settings
from board.extensions import db
from board.models import ADMIN, Article, Board, Group, Guest, Submission, User
from board.models.screening import screening
from board.models.screening.draft import Draft
from board.models.screening.screening import Screening
from board.models.screening.wordlist import BLOCKED, WordlistEntry

ROUNDS = 4
WORDS = 10_000
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우"


class Watch:
    """Milliseconds of work, whatever else the machine does, without those inside the database."""

    def __init__(self) -> None:
        self.database = 0.0
        event.listen(db.engine, "before_execute", self._begin)
        event.listen(db.engine, "after_execute", self._end)

    @contextmanager
    def lap(self, times: list[float]) -> Iterator[None]:
        started, before = time.thread_time(), self.database
        yield
        times.append(1000 * (time.thread_time() - started - self.database + before))

    def _begin(self, *_) -> None:
        self._asked = time.thread_time()

    def _end(self, *_) -> None:
        self.database += time.thread_time() - self._asked


def main(_given: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.for_tests(Path(folder), os.environ.get("BOARD_BENCH_DATABASE"))
        with create_app(settings).app_context():
            upgrade()
            admin = User.join("hangyeol", "이한결", "파란 나룻배 열두 척")
            admin.give_role(ADMIN)
            few = _measure(_article(admin), Watch(), "the first list")
            WordlistEntry.add(_some_words(), BLOCKED, by=admin)
            db.session.commit()
            many = _measure(_article(admin), Watch(), f"{WORDS:,} words more")
            _say(f"what they add: {many - few:+.2f} ms at the median")
            db.session.remove()
            db.engine.dispose()


def _measure(article: Article, watch: Watch, name: str) -> float:
    """Prints the figures of the whole and of each phase; the median of the whole."""
    whole: list[float] = []
    spent: dict[str, list[float]] = {}
    phases = screening.PHASES
    screening.PHASES = tuple(_watched(phase, watch, spent) for phase in phases)
    for body in _bodies() * ROUNDS:
        assert article.comments_open  # as the door asked: the article is at hand
        draft = _draft(article, body)
        with watch.lap(whole):
            Screening.of(draft)
        db.session.rollback()  # so that nobody comes to a limit
    screening.PHASES = phases
    _say(f"{name}: {len(whole):,} comments, {_figures(whole)}")
    for phase, times in spent.items():
        _say(f"  {phase}: {_figures(times)}")
    return statistics.median(whole)


def _draft(article: Article, body: str) -> Draft:
    sent = Submission(body, by=Guest("a"), nickname="지나던 이", origin=("here", None))
    return Draft.of_new(article, sent)


def _watched(phase, watch: Watch, spent: dict[str, list[float]]) -> SimpleNamespace:
    times = spent.setdefault(phase.__name__.rpartition(".")[2], [])

    def examine(draft: Draft):
        with watch.lap(times):
            return phase.examine(draft)

    return SimpleNamespace(examine=examine)


def _article(admin: User) -> Article:
    group = Group(slug=f"regions-{time.time_ns()}", name="지역소식")
    board = Board(slug=f"solnae-{time.time_ns()}", name="솔내시", group=group)
    article = Article.draft(board=board, by=admin, title="새 쉼터", body="<p>열었습니다.</p>")
    article.publish(by=admin)
    db.session.commit()
    return article


def _bodies() -> list[str]:
    waiting = [
        comment
        for thread in tomllib.loads((ROOT / "seeds" / "comments.toml").read_text("utf-8"))[
            "threads"
        ]
        for comment in thread["comments"]
    ]
    for comment in waiting:  # grows while it is read: answers are comments too
        waiting += comment.get("replies", [])
    return [comment["body"] for comment in waiting]


def _some_words() -> list[str]:
    chance = random.Random(10)  # noqa: S311
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(3, 6))) for _ in range(WORDS)]


def _figures(times: list[float]) -> str:
    far = sorted(times)[len(times) * 95 // 100]
    return f"median {statistics.median(times):.2f} ms, 95 % within {far:.2f}, most {max(times):.1f}"


def _say(line: str) -> None:
    print(line)  # noqa: T201
