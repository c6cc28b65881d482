"""Benchmark of duplicate detection.

`python -m tests.bench duplicates [ARTICLES …]`: articles of about 1,500 letters on SQLite, or on
the database in $BOARD_BENCH_DATABASE; a sixth of them close with the same words.
"""

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import func, select

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import ADMIN, Article, Board, Group, User
from board.models.article.similarity import Shingle

LETTERS = 1_500
ASKED = 50
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우"
FOOTER = "<p>자세한 내용은 솔내시 공보실로 물어 주시고 사진은 출처를 밝히면 쓸 수 있습니다.</p>" * 3


def main(counts: list[str]) -> None:
    for count in map(int, counts or ("5000", "20000")):
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings.for_tests(Path(folder), os.environ.get("BOARD_BENCH_DATABASE"))
            with create_app(settings).app_context():
                _measure(count)
                db.session.remove()
                db.engine.dispose()


def _measure(count: int) -> None:
    upgrade()
    chance = random.Random(count)  # noqa: S311
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(8_000)]
    admin = User.join("hangyeol", "이한결", "파란 나룻배 열두 척")
    admin.give_role(ADMIN)
    board = Board(slug="solnae", name="솔내시", group=Group(slug="regions", name="지역소식"))
    started = time.perf_counter()
    for number in range(count):
        body = _body(chance, vocabulary) + (FOOTER if number % 6 == 0 else "")
        Article.draft(board=board, by=admin, title=f"{number}째 소식", body=body)
        if number % 500 == 499:
            db.session.commit()
    db.session.commit()
    made = 1000 * (time.perf_counter() - started) / count
    rows = db.session.scalar(select(func.count()).select_from(Shingle)) / count
    print(f"{count:,} articles, {made:.1f} ms each to make, {rows:.0f} rows each")  # noqa: T201
    for name, change in (("a copy, slightly changed", _changed), ("a new story", None)):
        print(f"  {name}: {_times(chance, vocabulary, board, admin, change)}")  # noqa: T201


def _times(chance, vocabulary, board, admin, change) -> str:
    times, found = [], 0
    for _ in range(ASKED):
        body = _body(chance, vocabulary)
        if change:
            some = select(Article).offset(chance.randrange(1_000)).limit(1)
            body = change(str(db.session.scalar(some).body))
        article = Article.draft(board=board, by=admin, title="또 하나의 소식", body=body)
        db.session.commit()
        started = time.perf_counter()
        found += bool(article.duplicates())
        times.append(1000 * (time.perf_counter() - started))
        db.session.delete(article)
        db.session.commit()
    longest = f"median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms"
    return f"{longest}; alike {found} of {ASKED}"


def _body(chance: random.Random, vocabulary: list[str]) -> str:
    words = chance.choices(vocabulary, k=LETTERS // 4)
    lines = [" ".join(words[start : start + 40]) for start in range(0, len(words), 40)]
    return "".join(f"<p>{line}</p>" for line in lines)


def _changed(body: str) -> str:
    words = body.split(" ")
    return " ".join("바뀐말" if place % 40 == 9 else word for place, word in enumerate(words))
