"""Audit log verification: any tampering is found and located."""

import pytest
from sqlalchemy import text

from board.extensions import db
from board.models import BrokenChainError, Chain, Head, audit
from board.models.audit import verification


@pytest.fixture
def log(app, admin, reader, monkeypatch) -> Head:
    """Seven deeds, read three at a time; two of them are the fixtures' own."""
    monkeypatch.setattr(verification, "ROWS_AT_ONCE", 3)
    db.session.execute(text("DELETE FROM audit_entries"))
    for number in range(1, 8):
        audit.record("user.role", by=admin, on=reader, before="독자", after=f"역할 {number}")
        db.session.commit()
    return Chain.walk().head


CHANGES = [
    "id = id + 100",
    "number = number + 100",
    "at = '2026-11-22 00:00:00.000001'",
    "actor_id = actor_id + 1",
    "actor_id = NULL",
    "actor_role = 'adnin'",
    "action = 'user.rope'",
    "subject_type = 'usep'",
    "subject_id = subject_id + 1",
    'detail = \'{"before": "독자", "after": "역할 8"}\'',
    "detail = '{}'",
    "origin = 'abcdef12'",
    "digest = replace(digest, substr(digest, 1, 1), 'x')",
    "digest = NULL",
]
# What only a database that takes anything can be made to hold, and what both can.
NONSENSE = {
    "sqlite": [
        "detail = CAST(x'ff' AS TEXT)",
        "detail = x'00'",
        "detail = 'not json'",
        "action = x'00'",
        "at = 'long ago'",
        "at = substr(at, 1, 25) || CASE substr(at, 26) WHEN '0' THEN '1' ELSE '0' END",
    ],
    "postgresql": ["detail = '[]'", "at = 'infinity'", "at = at + interval '1 microsecond'"],
}


def rewrite(what: str, number: int) -> None:
    """Change rows as somebody with access to the database could."""
    statement = f"UPDATE audit_entries SET {what} WHERE number = :number"  # noqa: S608
    db.session.execute(text(statement), {"number": number})


def take_out(number: int) -> None:
    statement = text("DELETE FROM audit_entries WHERE number = :number")
    db.session.execute(statement, {"number": number})


def found(noted: Head | None = None) -> str:
    with pytest.raises(BrokenChainError) as refusal:
        Chain.walk(noted)
    return str(refusal.value)


def test_an_untouched_log_is_whole(log):
    digest = db.session.scalar(text("SELECT digest FROM audit_entries WHERE number = 4"))
    chain = Chain.walk(Head(4, digest))
    assert chain.head == log == Head.now() and log.number == 7
    assert chain.first_at < chain.last_at


@pytest.mark.parametrize("number", [1, 4, 7])
def test_one_byte_changed_in_any_column_is_noticed_and_named(log, number):
    for change in (*CHANGES, *NONSENSE[db.engine.dialect.name]):
        rewrite(change, number)
        assert found(log).startswith(f"{number}번 기록"), change
        db.session.rollback()


def test_where_it_was_done_is_sealed_too(log):
    audit.client.set("the hash of an address")
    audit.record("a deed of ours")
    audit.client.set(None)
    db.session.commit()
    assert Chain.walk().head.number == 8
    for change in ("origin = NULL", "origin = ''", "origin = 'abcdef12'"):
        rewrite(change, 8)
        assert found().startswith("8번 기록이 적힌 때와 다릅니다."), change
        db.session.rollback()


@pytest.mark.parametrize("number", [1, 4])
def test_a_missing_entry_is_named(log, number):
    take_out(number)
    assert found().startswith(f"{number}번 기록이 없습니다.")


def test_an_entry_taken_out_is_noticed_though_the_others_moved_up(log):
    take_out(4)
    for number in (5, 6, 7):
        rewrite("number = number - 1", number)
    assert found().startswith("4번 기록이 적힌 때와 다릅니다.")


def test_swapped_entries_are_noticed(log):
    rewrite("number = -3", 3)
    rewrite("number = 3", 4)
    rewrite("number = 4", -3)
    assert found().startswith("3번 기록이 적힌 때와 다릅니다.")


def test_an_entry_put_in_is_noticed(log):
    copy = """INSERT INTO audit_entries (at, actor_id, action, detail)
              SELECT at, actor_id, action, detail FROM audit_entries WHERE number = 2"""
    db.session.execute(text(copy))
    audit.record("a deed of ours")
    db.session.commit()
    assert "번호가 없는 기록이 있습니다" in found()
    db.session.execute(text("UPDATE audit_entries SET number = 0 WHERE number IS NULL"))
    assert found().startswith("1번 기록이 없습니다.")


def test_a_cut_tail_is_noticed_by_the_head_that_was_noted(log):
    take_out(7)
    take_out(6)
    assert Chain.walk().head.number == 5
    assert found(log) == "6번 기록이 없습니다. 적어 둔 7번까지 있어야 하는데 끝이 잘렸습니다."
    audit.record("x")
    audit.record("y")
    db.session.commit()
    assert Chain.walk().head.number == 7
    assert found(Head(7, log.digest[:16])).startswith("7번 기록이 적어 둔 것과 다릅니다.")
