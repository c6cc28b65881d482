"""Changing a password."""

from board.extensions import db
from board.models import AuditEntry, User
from tests.conftest import PASSWORD

NEW = "강물은 천천히 흐른다"
LONG = f"{NEW} 바다로"  # for staff


def test_a_member_changes_the_password_and_other_devices_are_signed_out(visit, reader):
    phone, desk = visit(reader), visit(reader)
    answer = phone.submit("/account/password", current=PASSWORD, password=NEW)
    assert answer.status_code == 303
    assert phone.get("/account").status_code == 200
    assert desk.get("/account").status_code == 303
    assert reader.has_password(NEW)


def test_a_new_password_is_no_sign_out_in_the_log(visit, reader):
    visit(reader).submit("/account/password", current=PASSWORD, password=NEW)
    deeds = db.session.scalars(db.select(AuditEntry.action)).all()
    assert "user.password" in deeds and "session.end" not in deeds


def test_the_old_password_is_asked(visit, reader):
    answer = visit(reader).submit("/account/password", current="틀림", password=NEW)
    assert answer.status_code == 422 and "지금 비밀번호가 맞지 않습니다" in answer.text
    assert reader.has_password(PASSWORD)


def test_a_weak_password_is_refused(visit, reader):
    answer = visit(reader).submit("/account/password", current=PASSWORD, password="short")
    assert answer.status_code == 422 and reader.has_password(PASSWORD)


def test_a_new_editor_chooses_a_password_and_stands_in_the_newsroom(client, app):
    _user, first = User.appoint("saeron", "윤새론", "admin")
    answer = client.submit("/session/new", username="saeron", password=first)
    assert answer.location == "/newsroom"
    assert client.get("/newsroom").location == "/account/password"
    answer = client.submit("/account/password", current=first, password=LONG)
    assert answer.location == "/newsroom" and client.get("/newsroom").status_code == 200


def test_who_changes_it_later_stays_in_the_account(visit, admin):
    answer = visit(admin).submit("/account/password", current=PASSWORD, password=LONG)
    assert answer.location == "/account"
