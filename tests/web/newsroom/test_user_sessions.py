"""Signing somebody out everywhere."""

from board.extensions import db
from board.models import AuditEntry


def test_all_of_a_persons_sign_ins_end(visit, admin, reader):
    phone, computer = visit(reader), visit(reader)
    answer = visit(admin).submit(f"/newsroom/users/{reader.id}/sessions/removal")
    assert answer.status_code == 303
    assert phone.get("/account").status_code == computer.get("/account").status_code == 303
    entry = db.session.scalar(AuditEntry.newest())
    assert (entry.action, entry.actor_id, entry.subject_id) == (
        "session.end_all",
        admin.id,
        reader.id,
    )


def test_somebody_else_cannot(visit, moderator, reader):
    narae = visit(reader)
    answer = visit(moderator).submit(f"/newsroom/users/{reader.id}/sessions/removal")
    assert answer.status_code == 403 and narae.get("/account").status_code == 200
