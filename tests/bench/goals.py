"""Benchmark of pages and deeds: CPU per request, beside a Flask hello-world of the same run.

`python -m tests.bench goals` (or `make bench`) generates a paper of each size in `BENCH_SIZE`
(60, 1k and 100k unless told; `BENCH_SIZE=1m` for a million articles), serves it, and plays every
row in turn, `ROUNDS` times, so that what the machine does otherwise meets all of them. A row's
value is the median over the rounds of its CPU time (user and system of every process that serves
it, the database's included) divided by hello's in the same round; the spread is the least and the
greatest. Linux only: CPU times are read from /proc.

Prints a table, and writes all rows as JSON into `test-results/bench/`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import cycle, repeat
from pathlib import Path

from tests.bench.load.client import Run, drive, get
from tests.bench.load.members import comments, guests_comments, recommendations
from tests.bench.load.paper import LargePaper, generated
from tests.bench.load.servers import Server, granian
from tests.house.imports import ROOT
from tests.support.postgresql import new_database, running_server

SIZES = {"60": 60, "1k": 1_000, "100k": 100_000, "1m": 1_000_000}
ROUNDS = 3
SECONDS = 1.0  # of each row in each round
MANY = 16  # connections
WORKERS = 2  # of the server whose memory is weighed
RESULTS = ROOT / "test-results" / "bench"
HELLO, HELLO_MANY, BARE = "hello, c = 1", f"hello, c = {MANY}", "bare WSGI, c = 1"


@dataclass
class Load:
    """Requests to one of the servers, and what their cost is divided by."""

    name: str
    server: str
    requests: Callable[[], Iterator[bytes]]
    connections: int = 1
    beside: str = HELLO
    goal: float | None = None
    most: int = 0  # requests a round, when each can be sent but once
    costs: list[float] = field(default_factory=list)  # seconds of CPU a request, by round
    switches: list[float] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


@dataclass
class Row:
    """One line of the table. `met` is None where nothing was asked."""

    name: str
    goal: float | None
    value: float
    spread: tuple[float, float]
    met: bool | None
    unit: str = "× hello"


def main(arguments: list[str]) -> int:
    """Measures and prints; always 0, for a figure is not a test."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench goals")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", default="", help="rows whose name contains this")
    told = parser.parse_args(arguments)
    sizes = os.environ.get("BENCH_SIZE", "60,1k,100k").split(",")
    kinds = ("sqlite", "postgresql") if told.database == "both" else (told.database,)
    for kind in kinds:
        grown: dict[str, list[Row]] = {}
        for size in sizes:
            rows = measured(kind, SIZES[size], told.rounds, told.only)
            grown[size] = rows
            show(f"{size} articles on {kind}", rows)
        rows = [row for size in sizes for row in named(size, grown[size])] + growth(grown)
        save(kind, rows)
        if len(sizes) > 1:
            show(f"growth on {kind}", growth(grown))
    return 0


def measured(kind: str, articles: int, rounds: int, only: str) -> list[Row]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url, database = None, None
        if kind == "postgresql":
            server = stack.enter_context(running_server(folder.with_suffix(".pg")))
            url = new_database(server, "bench").replace("+psycopg", "")
            pid = folder.with_suffix(".pg") / "postmaster.pid"
            database = int(pid.read_text().splitlines()[0])
        paper = generated(folder / "paper", articles, url)
        servers = {
            "hello": stack.enter_context(granian("tests.bench.load.yardsticks:hello")),
            "bare": stack.enter_context(granian("tests.bench.load.yardsticks:bare")),
            "ours": stack.enter_context(_ours(paper, database)),
            "cold": stack.enter_context(_ours(paper, database, BOARD_PAGE_CACHE_MB="0")),
        }
        loads = [
            load for load in _loads(paper, rounds) if only in load.name or load.server in YARDSTICKS
        ]
        for number in range(rounds):
            for load in loads:
                play(load, servers[load.server], warm=not number)
            say(f"  round {number + 1} of {rounds}")
        rows = rows_of(loads)
        rows.append(row("memory after it, 1 worker", [servers["ours"].memory()], 100, "MB"))
    return rows


YARDSTICKS = ("hello", "bare")


def _ours(paper: LargePaper, database: int | None, **more: str):
    return granian(
        "tests.bench.load.unlimited:front",
        interface="rsgi",
        environment={**paper.environment, **more},
        database=database,
    )


def _loads(paper: LargePaper, rounds: int) -> list[Load]:
    article = f"/articles/{paper.discussed[0]}"
    board = f"/boards/{paper.board}"
    last = f"{board}?page={paper.last_page}"
    member = {"Cookie": f"naru_session={paper.members[0].session}"}
    guest = {"Cookie": "naru_guest=somebody-who-was-here-before"}
    # A reader whose page is never kept whole: it is made each time, of the pieces in memory.
    fussy = {"Accept_Encoding": "gzip;q=0.9"}

    def asking(path: str, **headers: str) -> Callable[[], Iterator[bytes]]:
        return lambda: repeat(get(path, **headers))

    others = cycle([get(f"/articles/{each}", **fussy) for each in paper.discussed])
    each_once = min(len(paper.discussed) // rounds, 20)
    new = iter([get(f"/articles/{each}") for each in paper.discussed])
    return [
        Load(HELLO, "hello", asking("/")),
        Load(HELLO_MANY, "hello", asking("/"), MANY),
        Load(BARE, "bare", asking("/")),
        Load("article, hit, c = 1", "ours", asking(article), beside=BARE, goal=1.3),
        Load(f"article, hit, c = {MANY}", "ours", asking(article), MANY, HELLO_MANY, 0.22),
        Load("article, nothing in memory", "cold", lambda: new, goal=12, most=each_once),
        Load("article, miss", "ours", lambda: others, goal=2.6),
        Load(f"article, miss, c = {MANY}", "ours", lambda: others, MANY, goal=3.2),
        Load("list, miss", "ours", asking(board, **fussy), goal=1.5),
        Load("last page, miss", "ours", asking(last, **fussy), goal=1.8),
        Load("home, miss", "ours", asking("/", **fussy), goal=4),
        Load("article, known guest", "ours", asking(article, **guest), goal=1.0),
        Load("article, member", "ours", asking(article, **member), goal=1.3),
        Load("feed", "cold", asking("/feeds/articles.rss")),
        Load("search", "ours", asking("/search?q=%EA%B0%80%EB%82%98")),
        Load("a member's comment", "ours", lambda: comments(paper), goal=4),
        Load("a guest's comment", "ours", lambda: guests_comments(paper), goal=4),
        Load("a recommendation", "ours", lambda: recommendations(paper), goal=2.5),
        Load(f"{MANY} writers", "ours", lambda: comments(paper), MANY),
    ]


def play(load: Load, server: Server, *, warm: bool) -> None:
    if warm and not load.most:
        drive(server.port, load.requests(), connections=load.connections, seconds=SECONDS / 2)
    before, switched = server.cpu(), server.switches()
    run = drive(
        server.port,
        load.requests(),
        connections=load.connections,
        seconds=SECONDS,
        most=load.most,
    )
    refused = {status for status in run.statuses if status not in (200, 303)}
    if refused or not run.answers:
        raise SystemExit(f"{load.name}: {dict(run.statuses)} instead of what was to be measured")
    load.costs.append((server.cpu() - before) / run.answers)
    load.switches.append((server.switches() - switched) / run.answers)
    load.runs.append(run)


def rows_of(loads: list[Load]) -> list[Row]:
    by_name = {load.name: load for load in loads}
    rows = []
    for load in loads:
        if load.server in YARDSTICKS:
            rows.append(row(load.name, [cost * 1000 for cost in load.costs], None, "ms"))
            continue
        beside = by_name[load.beside].costs
        ratios = [cost / other for cost, other in zip(load.costs, beside, strict=True)]
        rows.append(row(load.name, ratios, load.goal, f"× {load.beside.partition(',')[0]}"))
    rows += [*_many_beside_one(by_name), *_waits(by_name)]
    return rows


def _many_beside_one(by_name: dict[str, Load]) -> Iterator[Row]:
    one, many = by_name.get("article, miss"), by_name.get(f"article, miss, c = {MANY}")
    if one and many:
        ratios = [b / a for a, b in zip(one.costs, many.costs, strict=True)]
        yield row(f"article, c = {MANY} / c = 1", ratios, 1.15, "×")
        yield row(f"voluntary switches, c = {MANY}", many.switches, 10, "a request")


def _waits(by_name: dict[str, Load]) -> Iterator[Row]:
    if load := by_name.get(f"{MANY} writers"):
        longest = [max(run.waits) / statistics.median(run.waits) for run in load.runs]
        yield row(f"{MANY} writers, longest wait / median", longest, 20, "×")


def row(name: str, values: list[float], goal: float | None, unit: str) -> Row:
    value = statistics.median(values)
    met = None if goal is None else value <= goal
    return Row(
        name, goal, round(value, 3), (round(min(values), 3), round(max(values), 3)), met, unit
    )


def growth(grown: dict[str, list[Row]]) -> list[Row]:
    """Each row's cost at one size divided by that at the size before."""
    found = []
    for small, large in zip(grown, list(grown)[1:], strict=False):
        before = {each.name: each for each in grown[small]}
        found += [
            row(
                f"{each.name}: {small} to {large}",
                [each.value / before[each.name].value],
                1.15,
                "×",
            )
            for each in grown[large]
            if each.unit.startswith("× hello") and before[each.name].value
        ]
    return found


def named(size: str, rows: list[Row]) -> list[Row]:
    return [Row(**{**asdict(each), "name": f"{size}: {each.name}"}) for each in rows]


def show(title: str, rows: list[Row]) -> None:
    say(f"\n{title}\n{'':44}{'goal':>8}{'value':>10}  spread")
    for each in rows:
        goal = "" if each.goal is None else f"{each.goal:g}"
        met = {None: " ", True: "✓", False: "✗"}[each.met]
        low, high = each.spread
        say(f"{met} {each.name:42}{goal:>8}{each.value:>10.3g}  {low:.3g}-{high:.3g} {each.unit}")


def save(kind: str, rows: list[Row]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    moment = datetime.now(UTC)
    told = {
        "at": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "commit": commit,
        "database": kind,
        "rows": [asdict(each) for each in rows],
    }
    place = RESULTS / f"{moment:%Y%m%d-%H%M%S}-{kind}.json"
    place.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    say(f"\nwritten to {place.relative_to(ROOT)}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
