"""Hash chain of the audit log: sealed at commit, also under concurrency."""

import threading

from board.extensions import db, writing
from board.models import AuditEntry, Chain, Head, User, audit


def numbers() -> list[tuple[str, int | None]]:
    entries = db.session.scalars(db.select(AuditEntry).order_by(AuditEntry.id))
    return [(entry.action, entry.number) for entry in entries]


def test_the_first_entry_is_number_one_and_each_next_is_chained_to_it(app):
    for action in ("first", "second", "third"):
        audit.record(action)
        db.session.commit()
    assert numbers() == [("first", 1), ("second", 2), ("third", 3)]
    assert len(set(db.session.scalars(db.select(AuditEntry.digest)))) == 3
    assert Chain.walk().head == Head.now()


def test_deeds_of_one_transaction_are_chained_in_their_order(app):
    for number in range(1, 2006):  # more than are read at once
        audit.record(f"deed.{number}")
    db.session.commit()
    assert numbers() == [(f"deed.{number}", number) for number in range(1, 2006)]
    assert Chain.walk().head.number == 2005


def test_what_is_taken_back_leaves_no_gap(app):
    audit.record("stays")
    savepoint = db.session.begin_nested()
    audit.record("goes with its savepoint")
    db.session.flush()
    savepoint.rollback()
    with db.session.begin_nested():
        audit.record("kept")
    db.session.commit()
    audit.record("goes with its transaction")
    db.session.flush()
    db.session.rollback()
    audit.record("last")
    db.session.commit()
    assert numbers() == [("stays", 1), ("kept", 2), ("last", 3)]
    Chain.walk()


def test_nothing_is_sealed_before_the_commit(app):
    with db.session.begin_nested():
        audit.record("within")
    assert numbers() == [("within", None)]
    db.session.begin_nested()
    audit.record("left open")
    db.session.commit()  # ends both
    assert numbers() == [("within", 1), ("left open", 2)]


def test_a_commit_without_entries_does_not_query_the_log(app, reader, statements):
    reader.email = "narae@mail.example"
    with statements() as made:
        db.session.commit()
    assert not [each for each in made if "audit_entries" in each]


def test_twenty_who_commit_at_once_make_one_chain(app):
    def work(name: str) -> None:
        writing.set(True)
        with app.app_context():
            for turn in range(3):
                audit.record(f"{name}.{turn}")
                audit.record(f"{name}.{turn}.more", turn=turn)
                db.session.commit()

    threads = [threading.Thread(target=work, args=(f"hand-{each}",)) for each in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(number for _, number in numbers()) == list(range(1, 121))
    assert Chain.walk().head.number == 120


def test_a_long_transaction_keeps_nobody_from_the_log(app):
    waits = db.engine.dialect.name == "sqlite"  # there, all who write take turns anyway

    def quick() -> None:
        writing.set(True)
        with app.app_context():
            audit.record("quick")
            db.session.commit()

    audit.record("long")
    db.session.commit() if waits else db.session.flush()
    thread = threading.Thread(target=quick)
    thread.start()
    thread.join()
    db.session.commit()
    assert dict(numbers()) == ({"long": 1, "quick": 2} if waits else {"quick": 1, "long": 2})
    assert Chain.walk().head.number == 2


def test_who_left_is_still_in_the_chain_and_nobody_takes_the_place(app, reader):
    audit.record("user.password", by=reader, on=reader)
    db.session.commit()
    gone = reader.id
    db.session.execute(db.delete(User))
    db.session.commit()
    Chain.walk()
    new = {"username": "new", "name": "새 계정", "name_key": "새사람", "password_hash": ""}
    db.session.add(User(id=gone, **new))
    db.session.commit()
    entry = db.session.scalar(AuditEntry.newest())
    assert entry.actor_id == gone and entry.actor_name == "떠난 사람"
