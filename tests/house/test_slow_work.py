"""Slow work: nothing that takes its time holds SQLite's one write lock meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from board.extensions import db
from board.models import Guest
from board.models.user import authenticated
from tests.conftest import PASSWORD

pytestmark = pytest.mark.one_database

GUEST = {"nickname": "강바람", "password": "나무다리"}


class Watched:
    """The hasher, which looks each time whether somebody else could write now."""

    def __init__(self, hasher, path: str) -> None:
        self.hasher, self.path, self.found = hasher, path, []

    def hash(self, password: str) -> str:
        self._look()
        return self.hasher.hash(password)

    def verify(self, stored: str, password: str) -> bool:
        self._look()
        return self.hasher.verify(stored, password)

    def check_needs_rehash(self, stored: str) -> bool:
        return self.hasher.check_needs_rehash(stored)

    def _look(self) -> None:
        with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
                self.found.append("free")
            except sqlite3.OperationalError:
                self.found.append("locked")


@pytest.fixture
def hashing(app, monkeypatch):
    """Where hashes were reckoned since: "free" or "locked"."""
    path = app.settings.database_url.removeprefix("sqlite:///")
    watched = Watched(authenticated._hasher, path)
    monkeypatch.setattr(authenticated, "_hasher", watched)
    return watched.found


@pytest.fixture
def written(article):
    """A guest's comment, asked for its password from another browser."""
    comment = article.comment("쉼터에 의자를 놓아 주세요.", by=Guest("somebody"), **GUEST)
    db.session.commit()
    return comment


def test_while_a_password_is_hashed_others_can_write(
    hashing, visit, reader, admin, article, written
):
    new = "강물은 밤에도 흐른다"
    thread, comment = f"/articles/{article.id}/comments", f"/comments/{written.id}"
    deeds = [
        (None, thread, {"body": "저도 그렇게 봅니다.", **GUEST}, 303),
        (None, f"{comment}/edit", {"body": "의자를 더 놓아 주세요.", "password": "틀린 말"}, 422),
        (None, f"{comment}/edit", {"body": "의자를 더 놓아 주세요.", **GUEST}, 303),
        (None, f"{comment}/removal", {"password": "틀린 말"}, 422),
        (None, f"{comment}/removal", GUEST, 303),
        (None, "/session/new", {"username": reader.username, "password": "틀린 말"}, 422),
        (None, "/session/new", {"username": "nobody", "password": PASSWORD}, 422),
        (None, "/session/new", {"username": reader.username, "password": PASSWORD}, 303),
        (
            None,
            "/registration/new",
            {
                "username": "sebom",
                "name": "한세봄",
                "password": new,
                "fourteen": "y",
                "terms": "y",
            },
            303,
        ),
        (reader, "/account/password", {"current": "틀린 말", "password": new}, 422),
        (reader, "/account/password", {"current": PASSWORD, "password": new}, 303),
        (
            admin,
            "/newsroom/users",
            {"username": "garam1", "name": "오가람", "role": "reader"},
            201,
        ),
    ]
    wrong = []
    for user, address, fields, status in deeds:
        hashing.clear()
        answer = visit(user).submit(address, **fields)
        if status != answer.status_code or "locked" in hashing or not hashing:
            wrong.append((address, answer.status_code, list(hashing)))
    assert wrong == []
