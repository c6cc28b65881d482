"""Audit log page: read-only."""

import re

import pytest

from board import clock
from board.extensions import db
from board.models import AuditEntry, Guest, Head, Ruling, User, audit


def test_actions_are_listed_newest_first_in_words(visit, admin, article):
    article.withdraw(by=admin, reason="<b>날짜</b>가 틀림")
    page = visit(admin).get("/newsroom/audit").text.partition("<tbody>")[2]
    assert page.index("글의 게시를 중단함") < page.index("글을 게시함") < page.index("초안을 씀")
    assert "&lt;b&gt;날짜" in page and "이한결" in page


def test_a_long_log_has_pages(visit, admin):
    for number in range(40):
        audit.record("article.pin", by=admin, number=number)
    db.session.commit()
    desk = visit(admin)
    assert "number: 39" in desk.get("/newsroom/audit").text
    second = desk.get("/newsroom/audit?page=2")
    assert second.status_code == 200 and "number: 0" in second.text
    assert desk.get("/newsroom/audit?page=3").status_code == 404


def test_no_request_can_write_into_it(visit, admin):
    assert visit(admin).submit("/newsroom/audit").status_code == 405


def test_when_an_article_was_published_is_told_as_a_wall_clock_shows_it(visit, admin, article):
    page = visit(admin).get("/newsroom/audit").text
    assert re.search(r"때: \d{4}-\d\d-\d\d \d\d:\d\d\b", page)
    assert "+00:00" not in page


def test_an_entry_shows_its_number_in_the_chain(visit, admin, article):
    page = visit(admin).get("/newsroom/audit").text
    assert f'data-l="번호">{Head.now().number}<' in page


def test_it_can_be_filtered_by_action_person_and_day(visit, admin, moderator, article):
    comment = article.comment("글", by=Guest("g"), nickname="강바람", password="0000!")
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    desk, today = visit(admin), clock.today()
    only = desk.get(f"/newsroom/audit?action=comment.remove&actor={moderator.id}&day={today}").text
    assert "찾은 것 1건" in only and "사유: 광고" in only
    assert f'<option value="{moderator.id}" selected>박보라' in only
    for asked in (f"actor={moderator.id}&action=user.role", "day=2020-01-01"):
        assert "이렇게 찾은 기록이 없습니다." in desk.get(f"/newsroom/audit?{asked}").text


def test_deeds_from_one_address_are_found_together_and_the_address_stands_nowhere(
    visit, admin, reader
):
    for address, name in (("203.0.113.5", "narae"), ("203.0.113.6", "narae"), ("203.0.113.5", "x")):
        stranger = visit()
        stranger.environ_base["REMOTE_ADDR"] = address
        stranger.submit("/session/new", username=name, password="틀린 비밀번호")
    here, elsewhere, again = db.session.scalars(
        db.select(AuditEntry.origin).filter_by(action="session.fail").order_by(AuditEntry.id)
    )
    assert here == again != elsewhere

    desk = visit(admin)
    every = desk.get("/newsroom/audit").text
    assert every.count(f"origin={here}") == 2 and "203.0.113" not in every
    from_there = desk.get(f"/newsroom/audit?origin={here}").text
    assert "찾은 것 2건" in from_there and elsewhere not in from_there


def test_a_failed_sign_in_for_an_unknown_name_does_not_say_what_was_typed(visit, admin, client):
    client.submit("/session/new", username="파란 나룻배 열두 척", password="x")
    page = visit(admin).get("/newsroom/audit").text
    assert "로그인에 실패함" in page and "사유: 없는 아이디" in page and "나룻배" not in page


@pytest.mark.parametrize(
    "nonsense", ["actor=x", "day=2026-02-30", "day=9999-12-31", "actor=99999999999"]
)
def test_nonsense_is_not_found(visit, admin, nonsense):
    assert visit(admin).get(f"/newsroom/audit?{nonsense}").status_code == 404


def test_who_left_is_called_that(visit, admin, reader):
    audit.record("user.password", by=reader, on=reader)
    db.session.commit()
    db.session.execute(db.delete(User).where(User.id == reader.id))
    page = visit(admin).get("/newsroom/audit?action=user.password").text
    assert "떠난 사람" in page and "김나래" not in page
