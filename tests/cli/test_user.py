"""Users from the command line."""

import contextvars
import re

import pytest

from board.cli.user import user as command
from board.extensions import db
from board.models import Publisher, User


@pytest.fixture
def run(app):
    def invoke(*words):
        db.session.commit()
        return contextvars.Context().run(app.test_cli_runner().invoke, command, words)

    return invoke


def test_the_first_admin_gets_a_random_password_that_is_shown_once(run):
    said = run("add", "hangyeol", "--name", "이한결")
    assert said.exit_code == 0
    password = re.search(r"첫 비밀번호: (\S+)", said.output)[1]
    user = User.authenticate("hangyeol", password)
    assert user.is_admin and user.must_change_password


@pytest.mark.parametrize("username", ["가나다", "ab", "x" * 21])
def test_a_username_that_will_not_do_is_one_clear_line(run, username):
    said = run("add", username)
    assert said.exit_code == 1 and "영문 소문자와 숫자" in said.output


def test_who_gives_no_name_is_asked_for_one_so_that_no_byline_is_an_id(app):
    def invoke(answer):
        db.session.commit()
        runner = app.test_cli_runner()
        return contextvars.Context().run(runner.invoke, command, ("add", "hangyeol"), input=answer)

    assert invoke("").exit_code == 1
    said = invoke("이한결\n")
    assert "글에 보이는 이름" in said.output and db.session.scalar(User.called("이한결"))


def test_a_taken_username_is_refused(run, reader):
    said = run("add", "narae")
    assert said.exit_code == 1 and "이미 있는" in said.output


def test_only_staff_may_bear_a_name_of_the_paper(run, admin):
    Publisher.current().revise(by=admin, publisher="윤해솔")
    said = run("add", "haesol", "--name", "윤해솔", "--role", "reader")
    assert said.exit_code == 1 and "운영진으로 보일 수 있는 이름" in said.output
    assert run("add", "haesol", "--name", "윤해솔", "--role", "admin").exit_code == 0


def test_a_forgotten_password_is_set_anew(run, reader):
    said = run("password", "narae")
    password = re.search(r"새 비밀번호: (\S+)", said.output)[1]
    db.session.expire_all()
    assert User.authenticate("narae", password).must_change_password
    assert run("password", "nobody").exit_code == 1
