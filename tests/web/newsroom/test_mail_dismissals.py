"""Dismissing a mail that could not be imported."""

from board.extensions import db
from board.models import AuditEntry, Mail


def test_it_leaves_the_desk_and_is_written_down_once(visit, admin):
    mail = Mail.note("Subject: 빈 메일\r\n\r\n".encode(), problem="글이 없습니다.")
    desk = visit(admin)
    assert "빈 메일" in desk.get("/newsroom").text
    for _ in range(2):
        desk.submit(f"/newsroom/mails/{mail.id}/dismissal")
    assert "빈 메일" not in desk.get("/newsroom").text
    deeds = db.session.scalars(db.select(AuditEntry).filter_by(action="mail.dismiss")).all()
    assert [deed.subject_id for deed in deeds] == [mail.id]
