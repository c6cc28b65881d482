"""Users and their roles."""

import re

import pytest

from board.extensions import db
from board.models import ADMIN, MODERATOR, READER, Publisher, User


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def role_of(user):
    db.session.expire_all()
    return db.session.get(User, user.id).role


def test_everyone_is_listed(desk, reader, moderator):
    page = desk.get("/newsroom/users").text
    assert "모두 3명" in page and "김나래" in page and "박보라" in page


def test_a_new_person_gets_a_first_password_that_is_shown_once(desk, visit):
    assert "첫 비밀번호" in desk.get("/newsroom/users/new").text
    answer = desk.submit("/newsroom/users", username="Garam1", name="윤가람", role=MODERATOR)
    assert answer.status_code == 201
    password = re.search(r'<code class="secret">([^<]+)</code>', answer.text)[1]
    user = User.authenticate("garam1", password)
    assert user.role == MODERATOR and user.must_change_password
    assert password not in desk.get(f"/newsroom/users/{user.id}/edit").text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("username", "가람", "영문 소문자와 숫자"),
        ("username", "narae", "이미 있는 아이디"),
        ("name", "", "이름을 써 주세요."),
        ("name", "김 나래", "비슷해 보이는 이름"),
        ("role", "king", "목록에서 하나를"),
    ],
)
def test_an_invalid_account_is_explained(desk, reader, field, value, sentence):
    typed = {"username": "garam1", "name": "윤가람", "role": READER} | {field: value}
    answer = desk.submit("/newsroom/users", **typed)
    assert answer.status_code == 422 and sentence in answer.text


@pytest.mark.parametrize(("role", "status"), [(READER, 422), (MODERATOR, 201)])
def test_only_staff_may_bear_a_name_of_the_paper(desk, admin, role, status):
    Publisher.current().revise(by=admin, publisher="윤해솔")
    answer = desk.submit("/newsroom/users", username="haesol", name="윤해솔", role=role)
    assert answer.status_code == status


def test_a_role_is_changed_and_signs_that_person_out(desk, visit, reader):
    narae = visit(reader)
    assert narae.get("/account").status_code == 200
    answer = desk.submit(f"/newsroom/users/{reader.id}/edit", role=MODERATOR)
    assert answer.status_code == 303 and role_of(reader) == MODERATOR
    assert narae.get("/account").status_code == 303


def test_nobody_changes_their_own_role(desk, admin):
    assert "<select" not in desk.get(f"/newsroom/users/{admin.id}/edit").text
    answer = desk.submit(f"/newsroom/users/{admin.id}/edit", role=READER)
    assert answer.status_code == 422 and "내 역할은 내가 바꿀 수 없습니다" in answer.text
    assert role_of(admin) == ADMIN


def test_a_reader_cannot_change_roles_by_a_direct_request(visit, reader):
    answer = visit(reader).submit(f"/newsroom/users/{reader.id}/edit", role=ADMIN)
    assert answer.status_code == 403 and role_of(reader) == READER
