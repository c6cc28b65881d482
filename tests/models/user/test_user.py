"""Members: registration, passwords, roles."""

import pytest
from sqlalchemy.exc import IntegrityError

from board.extensions import db
from board.models import User, password_problem
from board.models.user import authenticated


def test_a_password_opens_only_its_own_account(reader):
    assert User.authenticate("narae", "파란 나룻배 열두 척") is reader
    assert User.authenticate("NARAE ", "파란 나룻배 열두 척") is reader
    assert User.authenticate("narae", "틀린 비밀번호") is None
    assert User.authenticate("nobody", "파란 나룻배 열두 척") is None


def test_names_that_look_alike_are_the_same_name(reader):
    User.join("minsu", "Kim", "강물은 천천히 흐른다")
    with pytest.raises(IntegrityError):
        User.join("minsu2", "Kіm", "강물은 천천히 흐른다")  # a Cyrillic і
    db.session.rollback()


def test_a_password_is_hashed_anew_when_the_settings_become_stronger(reader, monkeypatch):
    before = reader.password_hash
    stronger = authenticated.PasswordHasher(memory_cost=16, time_cost=2, parallelism=1)
    monkeypatch.setattr(authenticated, "_hasher", stronger)
    assert reader.has_password("파란 나룻배 열두 척")
    assert reader.password_hash != before and reader.has_password("파란 나룻배 열두 척")


@pytest.mark.parametrize(
    "weak", ["1234567", "password1", "aaaaaaaaaa", "qwertyuiop", "나루신문123"]
)
def test_passwords_that_are_easily_guessed_are_refused_with_a_reason(weak):
    assert password_problem(weak).endswith("주세요.")


def test_staff_need_longer_passwords_and_nobody_needs_signs():
    assert not password_problem("seonyu doru mi")
    assert password_problem("나룻배열두척이요", staff=True)
    assert not password_problem("나룻배 열두 척이 강을 건넌다", staff=True)


def test_the_last_admin_stays_and_nobody_raises_himself(admin, reader, moderator):
    with pytest.raises(ValueError, match="내 역할"):
        admin.give_role("reader", by=admin)
    with pytest.raises(ValueError, match="마지막 편집자"):
        admin.give_role("reader")
    with pytest.raises(ValueError, match="내 역할"):
        reader.give_role("admin", by=moderator)
    reader.give_role("admin", by=admin)
    admin.give_role("reader", by=reader)
    assert not admin.is_staff


def test_an_account_made_for_somebody_must_change_its_password(app):
    user, password = User.appoint("saeron", "윤새론", "moderator")
    assert user.must_change_password and user.has_password(password)
    user.change_password("강물은 천천히 흐른다네")
    assert not user.must_change_password
