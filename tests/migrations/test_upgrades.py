"""Upgrades: a database of an earlier release goes up to today's with its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import MetaData, Table

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import (
    Article,
    AuditEntry,
    Chain,
    Comment,
    Hold,
    Slowdown,
    Suspension,
    audit,
)
from board.models.article.similarity import Shingle

FIRST = "0001"
# Long ago, whenever the test is played: an article of the future would not be published.
DAY_ONE = datetime(2020, 3, 9, 3, 0, tzinfo=UTC).replace(tzinfo=None)
# Long enough to be compared passage by passage; a picture's words are not the article's.
BODY = (
    "<p>첫 문단: 강&nbsp;건너 &lt;나루&gt; 이야기 R&amp;D</p>"
    '<figure data-attachment="1"><img src="/photos/1/1200.jpg" alt="나루 > 강"></figure>'
    "<table><tbody><tr><th>배</th><td>０７시 ３０분</td></tr></tbody></table>"
    "<ul><li>어린이는\u3164 천 원</li><li>자전거는 <strong>오백</strong> 원</li></ul>"
    "<p>나루터는 지난 봄 물이 불어 석 달을 쉬었고, 이달 초하루부터 다시 사람을 태운다. 뱃삯은 "
    "그대로이며 막배는 해가 지기 반 시간 앞서 떠난다. 면사무소는 선착장에 의자 열두 개를 놓았다.</p>"
)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_app(request: pytest.FixtureRequest, instance: Path, worker: str) -> Iterator[Flask]:
    """An application whose database has not seen a single migration."""
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")(f"first_day_{worker}")
    app = create_app(Settings.for_tests(instance, url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_a_paper_of_the_first_day_goes_up_with_its_article(bare_app: Flask):
    flask_migrate.upgrade(revision=FIRST)
    _write_as_on_day_one()
    flask_migrate.upgrade()

    article = db.session.scalars(Article.published().options(*Article.whole())).one()
    assert article.title == "첫날의 기사"
    assert article.board.group.name == "지역소식"
    assert "첫 문단" in article.body
    assert db.session.scalar(db.select(Article.id).where(Article.matching("'첫날'의 1200자")))
    assert article.published_at.replace(tzinfo=None) == DAY_ONE
    [photo] = article.photos
    assert (photo.version, photo.edits) == (1, [])
    assert photo.address() == "/photos/1/1200.jpg"
    assert article.edited_at is None
    audit.client.set("the hash of an address")
    audit.record("article.pin", on=article)
    audit.client.set(None)
    db.session.commit()
    assert Chain.walk().head.number == 3
    first, last = db.session.get(AuditEntry, 1), db.session.get(AuditEntry, 3)
    assert (first.number, first.origin) == (1, None) and last.origin
    assert list(db.session.scalars(db.select(Shingle.number))) == article.shingles


def test_what_an_admin_decided_before_the_role_was_noted_is_an_admins(bare_app: Flask):
    flask_migrate.upgrade(revision=FIRST)
    _write_as_on_day_one()
    flask_migrate.upgrade(revision="0022")
    _write(_decided)
    flask_migrate.upgrade()

    comment = db.session.get(Comment, 1)
    assert comment.removal.by_role == "admin" and comment.removal.is_in_case
    assert [each.by_role for each in comment.judgements] == ["admin"]
    assert db.session.scalars(db.select(Hold.by_role)).all() == ["admin"]
    assert db.session.scalars(db.select(Suspension.by_role)).all() == ["admin"]
    assert db.session.scalars(db.select(Slowdown.by_role)).all() == [None]


def _write_as_on_day_one() -> None:
    """Rows as the first release wrote them; what its tables did not know is not mentioned."""
    _write(_rows)


def _write(rows: Callable[[dict[str, Table]], list[tuple[Table, dict]]]) -> None:
    old = MetaData()
    old.reflect(db.engine)
    with db.engine.begin() as connection:
        for table, row in rows(old.tables):
            connection.execute(table.insert().values(row))


def _decided(tables: dict[str, Table]) -> list[tuple[Table, dict]]:
    """An admin held a comment, and removed it at the end of a case; a machine slowed its thread."""
    then, later = {"created_at": DAY_ONE}, DAY_ONE + timedelta(days=1)
    request = dict.fromkeys(("receipt", "name", "contact", "party", "wrong", "explanation"), "")
    request |= {"id": 1, "comment_id": 1, "year": 2026, "number": 1, "asker": "self"}
    request |= {"right": "privacy", "body": "", "author_name": "", "written_at": DAY_ONE}
    request |= {"received_at": DAY_ONE, "answer_by": later}
    case = {"id": 1, "request_id": 1, "comment_id": 1, "notice": "1", "since": DAY_ONE}
    case |= {"until": later, "outcome": "removed", "words": ""}
    told = {"name": "강바람", "reason": "ad", "message": "", "by_id": 1, "until": later}
    ruled = {"by_id": 1, "verdict": "remove", "note": ""}
    who = {"username": "hangyeol", "name": "이한결", "name_key": "이한결", "role": "admin"}
    rows = {
        "users": {"id": 1, "password_hash": "!", "must_change_password": False} | who | then,
        "comments": {"id": 1, "article_id": 1, "body": "", "html": "", "depth": 0} | then,
        "rulings": {"id": 1} | ruled | then,
        "judgements": {"ruling_id": 1, "comment_id": 1, "revision": 1},
        "holds": {"comment_id": 1, "source": "moderator", "flags": [], "was_shown": True}
        | {"placed_by_id": 1, "ended_at": DAY_ONE}
        | then,
        "removals": {"comment_id": 1, "by_id": 1, "by_author": False, "note": ""}
        | {"ruling_id": 1}
        | then,
        "suspensions": told | then,
        "slowdowns": {"article_id": 1, "seconds": 60} | then,
        "takedown_requests": request,
        "takedowns": case,
    }
    return [(tables[name], row) for name, row in rows.items()]


def _rows(tables: dict[str, Table]) -> list[tuple[Table, dict]]:
    day_one = {"created_at": DAY_ONE, "updated_at": DAY_ONE}
    return [
        (tables["groups"], {"id": 1, "slug": "regions", "name": "지역소식", "position": 0}),
        (
            tables["boards"],
            {"id": 1, "group_id": 1, "slug": "solnae", "name": "솔내시", "description": ""}
            | {"position": 0, "commenting": "guest", "recommending": "guest"}
            | {"created_at": DAY_ONE},
        ),
        (
            tables["articles"],
            {
                "id": 1,
                "board_id": 1,
                "title": "첫날의 기사",
                "subtitles": [],
                "body": BODY,
            }
            | {
                "search_text": "“첫날”의 기사 1,200자",
                "byline": "이한결",
                "source": "",
                "published_at": DAY_ONE,
            }
            | day_one,
        ),
        (
            tables["attachments"],
            {"id": 1, "article_id": 1, "kind": "photo", "name": "나루.jpg", "stored_as": "ab"}
            | {"digest": "cd", "media_type": "image/jpeg", "size": 1, "width": 1200}
            | {"height": 800, "alt": "나루", "caption": "", "credit": "", "position": 0}
            | {"created_at": DAY_ONE},
        ),
        (tables["audit_entries"], _deed("article.draft", {"title": "첫날의 기사"})),
        (tables["audit_entries"], _deed("article.publish", {"at": f"{DAY_ONE.isoformat()}+00:00"})),
    ]


def _deed(action: str, detail: dict) -> dict:
    deed = {"at": DAY_ONE, "action": action, "detail": detail}
    return deed | {"subject_type": "article", "subject_id": 1}
