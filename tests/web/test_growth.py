"""No page and no deed costs more for an old archive or a long thread: neither more queries nor more
rows that are read.

On SQLite the steps of its virtual machine are counted, which are a few for each row; without
statistics it plans for six hundred articles as for a million.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, insert

from board import clock
from board.extensions import db
from board.models import (
    Article,
    AuditEntry,
    Board,
    Comment,
    Judgement,
    Report,
    Ruling,
    User,
    audit,
)
from board.models.article.counted import recount_months

FEW, MANY = 60, 600  # articles, one a day
GRAIN = 10  # steps of SQLite's virtual machine between two counts
MONTH = timedelta(days=31)
SLACK = 1.25  # indexes are a level higher

STAFF_PAGES = [
    "/newsroom",
    "/newsroom/articles",
    "/newsroom/articles?page={last}",
    "/newsroom/articles?state=draft",
    "/newsroom/articles?state=published",
    "/newsroom/articles?state=published&page={last}",
    "/newsroom/articles?state=withdrawn",
    "/newsroom/articles?board=solnae",
    "/newsroom/articles?board=solnae&state=published",
    "/newsroom/articles?board=solnae&state=draft",
    "/newsroom/articles?board=solnae&state=scheduled",
    "/newsroom/articles?board=dalmoru&state=published",
    "/newsroom/articles?from={begun}&to={ended}",
    "/newsroom/articles?from={begun}&state=published",
    "/newsroom/articles?to={ended}&board=solnae&state=scheduled",
    "/newsroom/audit",
    "/newsroom/users",
    "/newsroom/arrangements",
    "/moderation",
    "/moderation?show=hidden",
    "/moderation?show=new",
    "/moderation?show=all",
    "/moderation/suspensions",
]
# The index of sitemaps is not among them: it has a line for each month.
FILES = ["/feeds/articles.rss", "/feeds/boards/solnae.rss", "/sitemaps/{month}.xml"]
LOG = ["/moderation-log", "/moderation-log?deed=comment.keep"]
PAGES = ["/", *FILES, *LOG, "/account", *STAFF_PAGES]
# The most statements and commits of each deed, from the session's to the last. A guest's try is
# committed before the password is hashed.
DEEDS = {
    "a member's comment": (14, 1),
    "a guest's comment": (18, 2),
    "a recommendation": (11, 1),
    "a report": (18, 1),
}


@pytest.fixture
def grow(board, admin, reader, moderator) -> Callable[[int], None]:
    """`grow(600)`: that many articles in all, each with two comments, one of which somebody reported
    and a moderator kept."""

    def to(number: int) -> None:
        begun = db.session.query(Article).count()
        for age in range(begun, number):
            _add_day(clock.now() - timedelta(days=age, minutes=1), board, admin, reader, moderator)
        for _corrected in recount_months():
            db.session.commit()

    return to


def _add_day(at: datetime, board: Board, admin: User, reader: User, moderator: User) -> None:
    article = _insert(
        Article,
        {"board_id": board.id, "author_id": admin.id, "title": "소식", "body": "<p>글</p>"},
        published_at=at,
        created_at=at,
        updated_at=at,
        subtitles=[],
    )
    words = {"article_id": article, "body": "잘 읽었습니다.", "html": "", "created_at": at}
    _insert(Comment, words, user_id=reader.id)
    kept = _insert(Comment, words, guest_key="g", nickname="이웃", password_hash="-")
    ruling = _insert(
        Ruling, {"by_id": moderator.id, "verdict": "keep", "created_at": at}, by_role="moderator"
    )
    _insert(Judgement, {"ruling_id": ruling, "comment_id": kept, "revision": 1})
    said = {"comment_id": kept, "reporter": admin.key, "reason": "abuse", "revision": 1}
    _insert(Report, said, body="", weight=1, created_at=at, ruling_id=ruling)
    _insert(AuditEntry, {"action": "article.publish", "actor_id": admin.id, "at": at})
    audit.record("comment.keep", by=moderator)


def _insert(kind: type, row: dict, **more: object) -> int:
    return db.session.execute(insert(kind).values(row | more).returning(kind.id)).scalar_one()


@pytest.fixture
def steps(app) -> Iterator[list[int]]:
    """One number: how often SQLite made `GRAIN` steps; 0 on PostgreSQL."""
    counted = [0]

    def count() -> None:
        counted[0] += 1

    def listen(connection, _record, _proxy) -> None:
        connection.set_progress_handler(count, GRAIN)

    if db.engine.dialect.name == "sqlite":
        event.listen(db.engine, "checkout", listen)
    yield counted
    if db.engine.dialect.name == "sqlite":
        event.remove(db.engine, "checkout", listen)


@pytest.fixture
def costs(
    visit, admin, other_board, statements, steps
) -> Callable[[int], dict[str, tuple[int, int]]]:
    """{page: (queries, steps)} of every page, seen by an admin."""

    def look(articles: int) -> dict[str, tuple[int, int]]:
        found = {}
        desk = visit(admin)
        part = {"last": -(-articles // 30), "month": f"{clock.now() - MONTH:%Y-%m}"}
        part |= {"begun": clock.today() - MONTH, "ended": clock.today() - timedelta(days=3)}
        for address in (page.format_map(part) for page in PAGES):
            desk.get(address)  # what is kept in memory is there
            steps[0] = 0
            with statements() as made:
                assert desk.get(address).status_code == 200, address
            found[address.partition("page=")[0]] = len(made), steps[0]
        return found

    return look


def test_an_archive_ten_times_as_old_costs_no_more(grow, costs):
    grow(FEW)
    few = costs(FEW)
    grow(MANY)
    many = costs(MANY)
    grown = {
        page: (few[page], many[page])
        for page in few
        if many[page][0] > few[page][0] or many[page][1] > few[page][1] * SLACK + 10
    }
    assert grown == {}


@pytest.fixture
def commits(app) -> Iterator[list[int]]:
    """One number: how often something was committed."""
    counted = [0]

    def count(_connection) -> None:
        counted[0] += 1

    event.listen(db.engine, "commit", count)
    yield counted
    event.remove(db.engine, "commit", count)


@pytest.fixture
def spent(visit, article, reader, other_reader, statements, steps, commits) -> Callable:
    """`spent("첫")`: {deed: (statements, commits, steps)}; the words tell one round from another."""
    guest = {"nickname": "지나던 이", "password": "나무다리"}

    def do(desk, address: str, fields: dict) -> tuple[int, int, int]:
        form = {"csrf_token": desk.token(), **fields}
        db.session.commit()
        commits[0] = steps[0] = 0
        with statements() as made:
            answer = desk.post(address, data=form, headers={"HX-Request": "true"})
        assert answer.status_code == 200
        return len(made), commits[0], steps[0]

    def play(words: str) -> dict[str, tuple[int, int, int]]:
        reported = article.comment(f"{words} 쉼터가 반갑습니다.", by=other_reader)
        page = f"/articles/{article.id}"
        body = {"body": f"{words} 소식을 읽고 적습니다.", "once": words}
        member = visit(reader)
        member.submit(f"{page}/recommendation", recommended="no")
        return {
            "a member's comment": do(member, f"{page}/comments", body),
            "a guest's comment": do(visit(), f"{page}/comments", body | guest),
            "a recommendation": do(member, f"{page}/recommendation", {"recommended": "yes"}),
            "a report": do(member, f"/comments/{reported.id}/reports", {"reason": "abuse"}),
        }

    return play


def test_a_deed_costs_no_more_in_a_long_thread_of_an_old_archive(grow, article, reader, spent):
    def lengthen(number: int) -> None:
        at = clock.now() - timedelta(minutes=30)
        for each in range(number):
            words = {"article_id": article.id, "body": f"{each}번째 말", "html": ""}
            _insert(Comment, words, user_id=reader.id, created_at=at)
        article.comments_count += number

    grow(FEW)
    lengthen(20)
    spent("첫째")  # what is kept in memory is there
    few = spent("둘째")
    grow(MANY)
    lengthen(500)
    spent("셋째")
    many = spent("넷째")
    assert {deed: many[deed][:2] for deed in many} == {deed: few[deed][:2] for deed in few}
    assert [deed for deed in DEEDS if any(map(operator.gt, few[deed], DEEDS[deed]))] == []
    assert [deed for deed in DEEDS if many[deed][2] > few[deed][2] * SLACK + 10] == []
