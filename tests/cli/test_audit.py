"""Audit log verification from the command line."""

import contextvars

import pytest
from sqlalchemy import text

from board.cli.audit import audit
from board.extensions import db
from board.models import Head


@pytest.fixture
def ask(app):
    """`ask("--head", …)`: what `board audit verify` answers."""

    def run(*options: str):
        db.session.commit()
        runner = app.test_cli_runner()
        return contextvars.Context().run(runner.invoke, audit, ["verify", *options])

    return run


def test_a_whole_log_tells_how_long_it_is_and_its_head(ask, article):
    head = Head.now()
    said = ask("--head", f"{head.number}:{head.digest[:16]}")
    assert said.exit_code == 0
    assert f"기록 {head.number}건이 모두 쓴 그대로입니다." in said.output
    assert f"머리 {head.number}:{head.digest}\n" in said.output


def test_a_changed_byte_is_reported_in_one_line_with_exit_code_1(ask, article):
    db.session.execute(text("UPDATE audit_entries SET actor_role = 'x' WHERE number = 2"))
    said = ask()
    assert said.exit_code == 1
    [line] = said.output.splitlines()
    assert "2번 기록이 적힌 때와 다릅니다." in line


def test_a_cut_tail_is_found_by_the_head_noted_before(ask, article):
    head = Head.now()
    last = text("DELETE FROM audit_entries WHERE number = :number")
    db.session.execute(last, {"number": head.number})
    assert ask().exit_code == 0
    said = ask("--head", f"{head.number}:{head.digest}")
    assert said.exit_code == 1 and f"{head.number}번 기록이 없습니다." in said.output


@pytest.mark.parametrize("head", ["", "7", "7:xyz", "0:" + "a" * 64, "7:abc"])
def test_a_head_that_is_none_is_refused(ask, head):
    said = ask("--head", head)
    assert said.exit_code == 2 and "번호:값으로 씁니다." in said.output


def test_an_empty_log_is_no_error(ask):
    said = ask()
    assert said.exit_code == 0 and "아직 기록이 없습니다." in said.output
